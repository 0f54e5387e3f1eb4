import { Header, Parser, Pax, type ReadEntry } from 'tar';
import { gunzipSync, gzipSync } from 'zlib';
import { KubeObject } from '../../kubernetes';

/** One object in a backup's tarball. */
export interface ArchivedItem {
  /** Such as `deployments.apps`: the folder it lies in. */
  groupResource: string;
  namespace?: string;
  object: KubeObject;
}

const BLOCK = 512;
const VERSION = '1.1.0';
const ITEM =
  /^resources\/([^/]+)\/(?:cluster|namespaces\/([^/]+))\/[^/]+\.json$/;

/**
 * A backup's contents as Velero writes them: `metadata/version`, and each
 * object twice, with and without the version's folder
 * (pkg/archive/filesystem.go, pkg/backup/item_backupper.go).
 */
export function pack(items: Iterable<ArchivedItem>, modified: Date): Buffer {
  const entries = [entry('metadata/version', VERSION, modified)];
  for (const { groupResource, namespace, object } of items) {
    const json = JSON.stringify(object);
    const place = namespace ? `namespaces/${namespace}` : 'cluster';
    const version = object.apiVersion.split('/').pop();
    const file = `${place}/${object.metadata.name}.json`;
    entries.push(
      entry(`resources/${groupResource}/${file}`, json, modified),
      entry(
        `resources/${groupResource}/${version}-preferredversion/${file}`,
        json,
        modified,
      ),
    );
  }
  return gzipSync(Buffer.concat([...entries, Buffer.alloc(2 * BLOCK)]));
}

/** @throws when the bytes are no gzipped tarball. */
export function unpack(archive: Buffer): ArchivedItem[] {
  const items: ArchivedItem[] = [];
  const parser = new Parser({
    strict: true,
    onReadEntry: file => collect(file, items),
  });
  parser.on('error', error => {
    throw error;
  });
  parser.end(gunzipSync(archive));
  return items;
}

function collect(file: ReadEntry, items: ArchivedItem[]): void {
  const match = ITEM.exec(file.path);
  if (!match) {
    file.resume();
    return;
  }
  const [, groupResource, namespace] = match;
  const chunks: Buffer[] = [];
  file.on('data', chunk => chunks.push(Buffer.from(chunk)));
  file.on('end', () => {
    const object = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    items.push({ groupResource, namespace, object });
  });
}

function entry(path: string, text: string, mtime: Date): Buffer {
  const body = Buffer.from(text);
  const header = Buffer.alloc(BLOCK);
  const fields = { path, size: body.length, mtime, mode: 0o755 } as const;
  const needsPax = new Header({ ...fields, type: 'File' }).encode(header, 0);
  const padding = Buffer.alloc((BLOCK - (body.length % BLOCK)) % BLOCK);
  const pax = needsPax ? new Pax(fields).encode() : Buffer.alloc(0);
  return Buffer.concat([pax, header, body, padding]);
}
