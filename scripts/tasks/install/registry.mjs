import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import http from 'node:http';

/** Long ago: package managers may refuse what is only days old. */
const PUBLISHED = '2020-01-01T00:00:00.000Z';

/**
 * A registry on loopback that knows our packed packages and nothing else, so
 * that `yarn add` of a name works as it will once they are published.
 *
 * @param packages what `packAll` gives
 * @returns its address, the scope of the packages, and how to end it
 */
export async function startRegistry(packages) {
  const byName = new Map(packages.map(each => [each.name, each]));
  const server = http.createServer((request, response) => {
    const [name, tarball] = decodeURIComponent(request.url.slice(1)).split(
      '/-/',
    );
    const found = byName.get(name);
    if (!found) {
      response.writeHead(404).end('{}');
    } else if (tarball) {
      response.end(readFileSync(found.tarball));
    } else {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(packument(found, addressOf(server))));
    }
  });
  server.listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  return {
    url: addressOf(server),
    scope: packages[0].name.slice(1).split('/')[0],
    end() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const addressOf = server => `http://127.0.0.1:${server.address().port}`;

/** What a registry says of a package. */
function packument({ name, manifest, tarball }, address) {
  const { version } = manifest;
  const hash = createHash('sha512').update(readFileSync(tarball));
  const dist = {
    tarball: `${address}/${name}/-/${version}.tgz`,
    integrity: `sha512-${hash.digest('base64')}`,
  };
  return {
    name,
    'dist-tags': { latest: version },
    time: { [version]: PUBLISHED },
    versions: { [version]: { ...manifest, dist } },
  };
}
