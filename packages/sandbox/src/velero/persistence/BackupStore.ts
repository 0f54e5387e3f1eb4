import { gunzipSync, gzipSync } from 'zlib';
import { Body, ObjectStoreError, ObjectStoreServer } from '../../objectstore';
import { VeleroError } from '../errors';
import { ServerConfig } from '../ServerConfig';
import { Backup, BackupStorageLocation } from '../VeleroApi';
import { BackupFile, ObjectStoreLayout, RestoreFile } from './layout';

const TOP_LEVEL = new Set([
  'backups',
  'restores',
  'restic',
  'metadata',
  'plugins',
  'kopia',
]);

/** What the server needs to reach a location. */
export interface StoreAccess {
  objectStore: ObjectStoreServer;
  config: Pick<ServerConfig, 'plugins'>;
}

/**
 * What Velero keeps in one location: its backups' and restores' files.
 * Source: Velero 1.18.2, pkg/persistence/object_store.go.
 */
export class BackupStore {
  readonly #server: ObjectStoreServer;
  readonly #bucket: string;
  readonly #layout: ObjectStoreLayout;

  /** @throws when the location cannot be reached at all, as the plugin says it. */
  constructor({ objectStore, config }: StoreAccess, at: BackupStorageLocation) {
    const { provider, objectStorage } = at.spec;
    const plugin = provider.includes('/') ? provider : `velero.io/${provider}`;
    if (
      !config.plugins.some(
        ({ kind, name }) => kind === 'ObjectStore' && name === plugin,
      )
    ) {
      throw new VeleroError(
        `unable to locate ObjectStore plugin named ${plugin}`,
      );
    }
    if (!objectStorage) {
      throw new VeleroError(
        'backup storage location does not use object storage',
      );
    }
    const bucket = objectStorage.bucket.replace(/^\/+|\/+$/g, '');
    if (bucket.includes('/')) {
      throw new VeleroError(
        `backup storage location's bucket name "${objectStorage.bucket}" must not contain a '/' (if using a prefix, put it in the 'Prefix' field instead)`,
      );
    }
    this.#server = objectStore;
    this.#bucket = bucket;
    this.#layout = new ObjectStoreLayout(objectStorage.prefix);
  }

  /** @throws when the bucket does not let itself be listed, or is not Velero's alone. */
  assertValid(): void {
    const foreign = this.#reach(() =>
      this.#store.folders(this.#bucket, this.#layout.root),
    ).filter(folder => !TOP_LEVEL.has(folder));
    if (foreign.length > 0) {
      throw new VeleroError(
        `Backup store contains invalid top-level directories: [${foreign.join(
          ' ',
        )}]`,
      );
    }
  }

  /** The names of what may be backups: each folder, whatever is in it. */
  list(): string[] {
    return this.#reach(() =>
      this.#store.folders(this.#bucket, this.#layout.backups),
    );
  }

  exists(backup: string): boolean {
    return this.#reach(() =>
      this.#store.has(this.#bucket, this.#layout.metadata(backup)),
    );
  }

  putMetadata(backup: Backup): void {
    const json = Buffer.from(JSON.stringify(backup));
    this.#put(this.#layout.metadata(backup.metadata.name), json);
  }

  metadata(backup: string): Backup {
    const body = this.#get(this.#layout.metadata(backup));
    return decode('backup metadata', () => JSON.parse(body.toString('utf8')));
  }

  /** `make` runs when somebody reads the file, if ever. */
  putBackupFile(backup: string, file: BackupFile, make: () => Buffer): void {
    this.#put(this.#layout.backupFile(backup, file), make);
  }

  putBackupJson(backup: string, file: BackupFile, make: () => unknown): void {
    this.putBackupFile(backup, file, () => gzipJson(make()));
  }

  backupFile(backup: string, file: BackupFile): Buffer {
    return this.#get(this.#layout.backupFile(backup, file));
  }

  backupJson<T>(backup: string, file: BackupFile): T {
    const body = this.backupFile(backup, file);
    return decode(file, () => JSON.parse(gunzipSync(body).toString('utf8')));
  }

  putRestoreFile(restore: string, file: RestoreFile, make: () => Buffer): void {
    this.#put(this.#layout.restoreFile(restore, file), make);
  }

  putRestoreJson(restore: string, file: RestoreFile, content: unknown): void {
    this.putRestoreFile(restore, file, () => gzipJson(content));
  }

  deleteBackup(name: string): void {
    this.#reach(() =>
      this.#store.deleteFolder(this.#bucket, this.#layout.backup(name)),
    );
  }

  deleteRestore(name: string): void {
    this.#reach(() =>
      this.#store.deleteFolder(this.#bucket, this.#layout.restore(name)),
    );
  }

  /** Signs without looking whether the file is there, as Velero does. */
  downloadUrl(kind: string, name: string, ttlMs: number): string {
    const key = this.#layout.target(kind, name);
    if (key === undefined) {
      throw new VeleroError(`unsupported download target kind "${kind}"`);
    }
    return this.#server.signedUrl(this.#bucket, key, ttlMs);
  }

  get #store() {
    return this.#server.store;
  }

  #put(key: string, body: Body): void {
    this.#reach(() => this.#store.put(this.#bucket, key, body));
  }

  #get(key: string): Buffer {
    const body = this.#reach(() => this.#store.get(this.#bucket, key));
    if (!body) {
      throw new VeleroError(
        awsError(
          'GetObject',
          404,
          'NoSuchKey',
          'The specified key does not exist.',
        ),
      );
    }
    return body;
  }

  #reach<T>(request: () => T): T {
    try {
      return request();
    } catch (error) {
      if (error instanceof ObjectStoreError) {
        const { status, code, message } = error;
        throw new VeleroError(awsError('ListObjectsV2', status, code, message));
      }
      throw error;
    }
  }
}

/** Errors that the SDK has a type for; all others are an "api error". */
const TYPED = new Set(['NoSuchBucket', 'NoSuchKey']);

/** As velero-plugin-for-aws words what S3 answered. */
function awsError(
  operation: string,
  status: number,
  code: string,
  message: string,
): string {
  const error = `${TYPED.has(code) ? '' : 'api error '}${code}: ${message}`;
  return `rpc error: code = Unknown desc = operation error S3: ${operation}, https response error StatusCode: ${status}, RequestID: , HostID: , ${error}`;
}

export function gzipJson(content: unknown): Buffer {
  return gzipSync(Buffer.from(`${JSON.stringify(content)}\n`));
}

/** Anything can lie in a bucket. */
export function decode<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new VeleroError(
      `error decoding ${what}: ${(error as Error).message}`,
    );
  }
}
