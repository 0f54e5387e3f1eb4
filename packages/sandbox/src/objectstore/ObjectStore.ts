import { Clock } from '../kubernetes/objects';
import { ObjectFaults } from './faults';

/** An object's bytes, or how to make them when somebody asks. */
export type Body = Uint8Array | (() => Uint8Array);

interface StoredObject {
  body: Body;
  modified: Date;
  /** Another one for each write. */
  etag: string;
}

/** An object in a list of its bucket. */
export interface ListedObject {
  key: string;
  etag: string;
  modified: Date;
  /** In bytes; undefined while the object is not made yet. */
  size: number | undefined;
}

/** A folder whose files are made when they are asked for, and not kept. */
export type LazyFolder = (file: string) => Uint8Array | undefined;

type Folder = Map<string, StoredObject> | { lazy: LazyFolder; modified: Date };

const BUCKET_NAME = /^[a-z0-9]([-.a-z0-9]{0,61}[a-z0-9])?$/;

const STATUS = {
  InvalidBucketName: 400,
  NoSuchBucket: 404,
  NoSuchKey: 404,
  AccessDenied: 403,
  ServiceUnavailable: 503,
};

/** An error as S3 has it: `code` is what clients tell errors apart by. */
export class ObjectStoreError extends Error {
  readonly status: number;

  constructor(readonly code: keyof typeof STATUS, message: string) {
    super(message);
    this.name = 'ObjectStoreError';
    this.status = STATUS[code];
  }
}

/**
 * Buckets in memory, without HTTP: what the Velero simulator reads and writes,
 * and what the server hands out to who holds a signed URL.
 */
export class ObjectStore {
  readonly faults = new ObjectFaults();
  readonly #clock: Clock;
  readonly #buckets = new Map<string, Map<string, Folder>>();
  #writes = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  createBucket(bucket: string): void {
    if (!this.#buckets.has(bucket)) {
      this.#buckets.set(bucket, new Map());
    }
  }

  get buckets(): string[] {
    return [...this.#buckets.keys()];
  }

  put(bucket: string, key: string, body: Body): void {
    const folders = this.#open(bucket);
    const { folder, file } = split(key);
    let files = folders.get(folder);
    if (!(files instanceof Map)) {
      files = new Map();
      folders.set(folder, files);
    }
    const etag = `write-${++this.#writes}`;
    files.set(file, { body, etag, modified: this.#clock.now() });
  }

  /** For scale: a folder that costs nothing until one of its files is read. */
  putFolder(bucket: string, folder: string, lazy: LazyFolder): void {
    this.#open(bucket).set(folder, { lazy, modified: this.#clock.now() });
  }

  get(bucket: string, key: string): Buffer | undefined {
    return this.read(bucket, key)?.body;
  }

  has(bucket: string, key: string): boolean {
    return this.read(bucket, key) !== undefined;
  }

  read(
    bucket: string,
    key: string,
  ): { body: Buffer; modified: Date; etag?: string } | undefined {
    const { folder, file } = split(key);
    const files = this.#open(bucket).get(folder);
    if (!files) {
      return undefined;
    }
    if (!(files instanceof Map)) {
      const made = files.lazy(file);
      return made && { body: toBuffer(made), modified: files.modified };
    }
    const stored = files.get(file);
    if (!stored) {
      return undefined;
    }
    if (typeof stored.body === 'function') {
      stored.body = stored.body();
    }
    const { modified, etag } = stored;
    return { body: toBuffer(stored.body), modified, etag };
  }

  /** All objects under a prefix, by key; what is in lazy folders is not known. */
  list(bucket: string, prefix: string): ListedObject[] {
    const listed = [...this.#open(bucket)].flatMap(([folder, files]) =>
      files instanceof Map
        ? [...files].map(([file, { body, modified, etag }]) => ({
            key: folder + file,
            etag,
            modified,
            size: typeof body === 'function' ? undefined : body.length,
          }))
        : [],
    );
    return listed
      .filter(({ key }) => key.startsWith(prefix))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** The names of the folders directly under a prefix that ends with `/`. */
  folders(bucket: string, prefix: string): string[] {
    const names = new Set<string>();
    for (const folder of this.#open(bucket).keys()) {
      if (folder.startsWith(prefix)) {
        names.add(folder.slice(prefix.length).split('/', 1)[0]);
      }
    }
    names.delete('');
    return [...names].sort();
  }

  /** Deletes everything under a prefix that ends with `/`. */
  deleteFolder(bucket: string, prefix: string): void {
    const folders = this.#open(bucket);
    for (const folder of folders.keys()) {
      if (folder.startsWith(prefix)) {
        folders.delete(folder);
      }
    }
  }

  delete(bucket: string, key: string): void {
    const { folder, file } = split(key);
    const files = this.#open(bucket).get(folder);
    if (files instanceof Map) {
      files.delete(file);
    }
  }

  #open(bucket: string): Map<string, Folder> {
    if (!BUCKET_NAME.test(bucket)) {
      throw new ObjectStoreError(
        'InvalidBucketName',
        'The specified bucket is not valid.',
      );
    }
    const folders = this.#buckets.get(bucket);
    if (!folders) {
      throw new ObjectStoreError(
        'NoSuchBucket',
        'The specified bucket does not exist',
      );
    }
    const fault = this.faults.ofBucket(bucket);
    if (fault === 'unavailable') {
      throw new ObjectStoreError(
        'ServiceUnavailable',
        'Please reduce your request rate.',
      );
    }
    if (fault === 'forbidden') {
      throw new ObjectStoreError('AccessDenied', 'Access Denied');
    }
    return folders;
  }
}

function split(key: string): { folder: string; file: string } {
  const end = key.lastIndexOf('/') + 1;
  return { folder: key.slice(0, end), file: key.slice(end) };
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
