import { gzipSync } from 'zlib';

/** What can be wrong with one file when it is downloaded. */
export type ObjectFault =
  /** As if it were not there: 404. */
  | { kind: 'missing' }
  /** The connection ends in the middle. */
  | { kind: 'truncated' }
  /** Answers 200 with something that is not gzip. */
  | { kind: 'notGzip' }
  /** Small on the wire, `bytes` long when unpacked. */
  | { kind: 'oversized'; bytes: number }
  /** Takes `ms` of real time to arrive. */
  | { kind: 'slow'; ms: number };

/** What can be wrong with a whole bucket, for Velero and downloads alike. */
export type BucketFault = 'unavailable' | 'forbidden';

interface Rule {
  bucket: string;
  keyPart: string;
  fault: ObjectFault;
}

/** Faults in force, the newest first. */
export class ObjectFaults {
  #rules: Rule[] = [];
  readonly #buckets = new Map<string, BucketFault>();

  /** `keyPart` is any part of the keys meant; `''` means every file. */
  inject(bucket: string, keyPart: string, fault: ObjectFault): void {
    this.#rules.unshift({ bucket, keyPart, fault });
  }

  injectBucket(bucket: string, fault: BucketFault): void {
    this.#buckets.set(bucket, fault);
  }

  clear(bucket?: string): void {
    if (bucket === undefined) {
      this.#rules = [];
      this.#buckets.clear();
      return;
    }
    this.#rules = this.#rules.filter(rule => rule.bucket !== bucket);
    this.#buckets.delete(bucket);
  }

  ofBucket(bucket: string): BucketFault | undefined {
    return this.#buckets.get(bucket);
  }

  ofObject(bucket: string, key: string): ObjectFault | undefined {
    return this.#rules.find(
      rule => rule.bucket === bucket && key.includes(rule.keyPart),
    )?.fault;
  }
}

const BLOCK = 1024 * 1024;

/**
 * Gzip that unpacks to `bytes` zeros, rounded up to whole MiB. Many members of
 * one small block each: made at once, whatever the size.
 */
export function gzipBomb(bytes: number): Buffer {
  const member = gzipSync(Buffer.alloc(BLOCK));
  return Buffer.concat(Array(Math.ceil(bytes / BLOCK)).fill(member));
}
