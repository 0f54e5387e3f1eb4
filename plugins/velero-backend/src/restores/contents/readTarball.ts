import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Parser, ReadEntry } from 'tar';
import { ObjectDetails } from '../preview';
import { detailsOf } from './details';

/** Details by `apps/v1/Deployment namespace/name`; `/name` for what is cluster-scoped. */
export type DetailsByObject = Map<string, ObjectDetails>;

/** A Kubernetes object is never larger: etcd takes 1.5 MiB. */
const MOST_OBJECT_BYTES = 4 * 1024 * 1024;

/**
 * `resources/<resource>/namespaces/<namespace>/<name>.json` and
 * `resources/<resource>/cluster/<name>.json`; copies in other API versions lie
 * one folder deeper (Velero, pkg/archive/filesystem.go).
 */
const OBJECT = /^resources\/[^/]+\/(?:namespaces\/[^/]+|cluster)\/[^/]+\.json$/;

export function detailsKey(
  apiKind: string,
  namespace: string | undefined,
  name: string,
): string {
  return `${apiKind} ${namespace ?? ''}/${name}`;
}

/**
 * Goes through a backup's tarball once, object by object, and keeps of each
 * what a preview needs. Names in it are keys here and never paths; nothing is
 * written anywhere.
 *
 * @param source - the tarball, unpacked
 */
export async function readTarball(
  source: AsyncIterable<Buffer>,
): Promise<DetailsByObject> {
  const details: DetailsByObject = new Map();
  const parser = new Parser({
    strict: true,
    onReadEntry: entry => readEntry(entry, details),
  });
  await pipeline(Readable.from(source), parser as never);
  return details;
}

function readEntry(entry: ReadEntry, details: DetailsByObject): void {
  const isObject =
    entry.type === 'File' &&
    OBJECT.test(entry.path) &&
    entry.size <= MOST_OBJECT_BYTES;
  if (!isObject) {
    entry.resume();
    return;
  }
  const chunks: Buffer[] = [];
  entry.on('data', (chunk: Buffer) => chunks.push(chunk));
  entry.on('end', () => keep(Buffer.concat(chunks), details));
}

function keep(json: Buffer, details: DetailsByObject): void {
  const object = parse(json);
  const { apiVersion, kind, metadata } = object ?? {};
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return;
  if (typeof metadata?.name !== 'string') return;
  const key = detailsKey(
    `${apiVersion}/${kind}`,
    metadata.namespace,
    metadata.name,
  );
  details.set(key, detailsOf(object!));
}

function parse(json: Buffer): Record<string, any> | undefined {
  try {
    const value = JSON.parse(json.toString('utf8'));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
