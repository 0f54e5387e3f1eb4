import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Names of objects, by kind as Velero writes it (`apps/v1/Deployment`). */
export type Names = Map<string, string[]>;

/** A list of names as it is kept: equal lists have equal digests. */
export interface PackedContents {
  digest: string;
  /** JSON: `[kind, count][]`. */
  counts: string;
  /** Gzip of JSON: `[kind, names][]`. */
  names: Buffer;
}

export function packContents(objects: Names): PackedContents {
  const sorted = [...objects]
    .map(([kind, names]) => [kind, [...names].sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const json = JSON.stringify(sorted);
  return {
    digest: createHash('sha256').update(json).digest('hex'),
    counts: JSON.stringify(sorted.map(([kind, { length }]) => [kind, length])),
    names: gzipSync(json),
  };
}

export function unpackNames(packed: Buffer): Names {
  return new Map(JSON.parse(gunzipSync(packed).toString('utf8')));
}

/** How many objects there are of each kind. */
export function unpackCounts(json: string): Map<string, number> {
  return new Map(JSON.parse(json));
}
