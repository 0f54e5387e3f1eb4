import { mockServices } from '@backstage/backend-test-utils';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TopologyAHosts } from './TopologyAHosts';

const HOUR = 3_600_000;
const ago = (hours: number) =>
  new Date(Date.now() - hours * HOUR).toISOString().replace(/\.\d+Z/, 'Z');

/** As `topology-a/lib/manifest.sh` writes it. */
const artifact = (hours: number, more: object = {}) => ({
  name: `appgear-${hours}`,
  disasterRecovery: false,
  topology: 'A',
  host: 'demo',
  startedAt: ago(hours + 0.1),
  finishedAt: ago(hours),
  files: [
    { path: 'data.tar.gz', bytes: 2000, sha256: 'a' },
    { path: 'db.shop.dump', bytes: 500, sha256: 'b' },
  ],
  ...more,
});
const manifest = (backups: object[], more: object = {}) =>
  JSON.stringify({
    disasterRecovery: false,
    topology: 'A',
    host: 'demo',
    lastRun: { startedAt: ago(2.1), finishedAt: ago(2), result: 'succeeded' },
    backups,
    ...more,
  });

describe('TopologyAHosts', () => {
  let folder: string;
  let file: string;
  let server: http.Server;
  let url: string;
  let answer: http.RequestListener;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'manifests-'));
    file = path.join(folder, 'manifest.json');
    server = http.createServer((req, res) => answer(req, res));
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/m.json`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  });

  const hostsOf = (...manifests: string[]) =>
    new TopologyAHosts(
      {
        hosts: manifests.map((each, index) => ({
          name: `host-${index}`,
          manifest: each,
        })),
        every: 60_000,
        staleAfter: 26 * HOUR,
      },
      mockServices.logger.mock(),
    );
  const read = async (...manifests: string[]) => {
    const hosts = hostsOf(...manifests);
    await hosts.read();
    return hosts.describe(Date.now());
  };

  it('says of a file what there is, the newest first, and that it is no DR', async () => {
    const checked = { at: ago(1), result: 'intact' };
    await writeFile(file, manifest([artifact(26), artifact(2, { checked })]));
    const [host] = await read(file);
    expect(host).toMatchObject({
      name: 'host-0',
      disasterRecovery: false,
      readAt: expect.any(String),
      lastRun: { result: 'succeeded' },
      isStale: false,
      total: 2,
      backups: [
        { name: 'appgear-2', files: 2, bytes: 2500, checked },
        { name: 'appgear-26' },
      ],
    });
    expect(host.problem).toBeUndefined();
    expect(host.backups[1].checked).toBeUndefined();
  });

  it('reads an address', async () => {
    answer = (_, res) => res.end(manifest([artifact(2)]));
    expect(await read(url)).toMatchObject([{ total: 1, isStale: false }]);
  });

  it('sends the five newest, and how many there are', async () => {
    await writeFile(
      file,
      manifest([1, 2, 3, 4, 5, 6, 7].map(h => artifact(h))),
    );
    const [{ backups, total }] = await read(file);
    expect(backups.map(({ name }) => name)).toEqual(
      [1, 2, 3, 4, 5].map(h => `appgear-${h}`),
    );
    expect(total).toBe(7);
  });

  it.each([
    ['an old newest backup', [artifact(27)]],
    ['no backup', []],
  ])('takes %s for stale', async (_, backups) => {
    await writeFile(file, manifest(backups));
    expect(await read(file)).toMatchObject([{ isStale: true }]);
  });

  it('grows stale without being read again', async () => {
    await writeFile(file, manifest([artifact(2)]));
    const hosts = hostsOf(file);
    await hosts.read();
    expect(hosts.describe(Date.now() + 25 * HOUR)).toMatchObject([
      { isStale: true },
    ]);
  });

  it('does not say anything of a host that was not read yet', () => {
    expect(hostsOf(file).describe(Date.now())).toEqual([
      { name: 'host-0', disasterRecovery: false, backups: [], total: 0 },
    ]);
  });

  it('keeps what it knew, with its age, when a host stops answering; others are read', async () => {
    answer = (_, res) => res.end(manifest([artifact(2)]));
    await writeFile(file, manifest([artifact(3)]));
    const hosts = hostsOf(url, file);
    await hosts.read();
    const [{ readAt }] = hosts.describe(Date.now());
    answer = (_, res) => res.writeHead(500).end();
    await writeFile(file, manifest([artifact(1)]));
    await hosts.read();
    expect(hosts.describe(Date.now())).toMatchObject([
      {
        readAt,
        total: 1,
        problem: {
          message: 'The host answers with 500.',
          key: 'host.answers',
          params: { status: 500 },
        },
      },
      { backups: [{ name: 'appgear-1' }] },
    ]);
  });

  it('forgets a problem that is over', async () => {
    const hosts = hostsOf(url);
    answer = (_, res) => res.writeHead(404).end();
    await hosts.read();
    answer = (_, res) => res.end(manifest([artifact(2)]));
    await hosts.read();
    expect(hosts.describe(Date.now())[0].problem).toBeUndefined();
  });

  describe('says what is wrong', () => {
    const problemOf = async (where: string) => {
      const [{ problem, backups }] = await read(where);
      expect(backups).toEqual([]);
      expect(problem?.hint).toBeTruthy();
      return problem?.message;
    };

    it.each([
      ['no JSON', '<html>', 'The manifest is not JSON.'],
      [
        'what does not say that it is no DR',
        manifest([], { disasterRecovery: true }),
        expect.stringMatching(
          /not one of a topology A host: disasterRecovery:/,
        ),
      ],
      [
        'a size that is none',
        manifest([artifact(2, { files: [{ path: 'a', bytes: -1 }] })]),
        expect.stringMatching(/: backups\.0\.files\.0\.bytes:/),
      ],
      [
        'more than 1 MiB',
        ' '.repeat(1024 * 1024 + 1),
        'The manifest is larger than 1 MiB.',
      ],
    ])('with %s', async (_, text, message) => {
      await writeFile(file, text);
      expect(await problemOf(file)).toEqual(message);
    });

    it('with a file that is not there, and one that is a folder', async () => {
      expect(await problemOf(path.join(folder, 'gone.json'))).toBe(
        'There is no manifest.',
      );
      await mkdir(path.join(folder, 'folder'), { recursive: true });
      expect(await problemOf(path.join(folder, 'folder'))).toBe(
        'The manifest is not a file.',
      );
    });

    it('with a redirect, which it does not follow', async () => {
      const asked: string[] = [];
      answer = (req, res) => {
        asked.push(req.url!);
        res.writeHead(302, { Location: '/elsewhere' }).end();
      };
      expect(await problemOf(url)).toMatch(/redirect \(302\)/);
      expect(asked).toEqual(['/m.json']);
    });

    it('with an answer that does not end at 1 MiB', async () => {
      answer = (_, res) => {
        const more = () => {
          while (!res.destroyed && res.write('x'.repeat(65_536)));
        };
        res.on('drain', more);
        more();
      };
      expect(await problemOf(url)).toBe('The manifest is larger than 1 MiB.');
    });

    it('with nobody there, and does not name the address', async () => {
      const message = await problemOf('http://127.0.0.1:1/secret');
      expect(message).toMatch(/^The manifest cannot be read/);
      expect(message).not.toMatch(/secret|127/);
    });
  });
});
