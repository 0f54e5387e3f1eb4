import { Problem, says } from '@appgear/backstage-plugin-velero-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { setImmediate as turn } from 'node:timers/promises';
import {
  backupOfFolder,
  backupOfKey,
  backupsFolder,
  BucketClient,
  BucketError,
  BucketObject,
  metadataKey,
} from '../../buckets';
import { BucketConfig, FleetConfig } from '../../config';
import { Deadline } from '../../deadline';
import { Backoff } from '../reading/Backoff';
import { ClusterView } from '../reading/ClusterReader';
import { Sleeper } from '../reading/Sleeper';
import {
  BackupRecord,
  Interner,
  ownRow,
  StorageLocationRecord,
} from '../records';
import { readMetadata } from './readMetadata';

export interface BucketReaderOptions {
  config: BucketConfig;
  client: BucketClient;
  fleet: FleetConfig;
  logger: LoggerService;
  /** What is known of the bucket may be another thing. */
  onChange(): void;
}

/** One backup's metadata, as of the write that `etag` names. */
interface Known {
  etag: string;
  /** Undefined: it has not ended, is not there, or cannot be read. */
  record?: BackupRecord;
  /** Why it cannot be read. */
  problem?: Problem;
  /** It will be written again. */
  isUnfinished?: boolean;
}

/** A Backup object has some kilobytes; etcd takes none of more than 1.5 MiB. */
const MAX_METADATA_BYTES = 1024 * 1024;
/** More would not fit beside what the clusters hold. */
const MAX_BACKUPS = 20_000;
/** Of a list; a backup has a dozen files, and a thousand keys fit on a page. */
const MAX_PAGES = 1000;
const AT_ONCE = 8;
/** A list of all files is some ten times as long as one of the folders. */
const LOOKS_BETWEEN_LISTS_OF_FILES = 12;

/** What is wrong with one file alone; it is not asked for again before it changes. */
const OF_THE_FILE: ReadonlySet<BucketError['failure']> = new Set([
  'malformed',
  'tooLarge',
]);

/**
 * Keeps the list of the backups in a bucket: looks at intervals which backups
 * have a folder, and reads the `velero-backup.json` of those that are new. At
 * first and once in a while it looks at all files, and reads those that were
 * written again.
 */
export class BucketReader {
  readonly #options: BucketReaderOptions;
  readonly #backoff: Backoff;
  readonly #sleeper = new Sleeper();
  readonly #stop = new AbortController();
  readonly #intern = new Interner();
  readonly #folder: string;
  readonly #known = new Map<string, Known>();
  /** Those that ended well. */
  #looks = 0;
  #triedAt: number | undefined;
  #listedAt: number | undefined;
  #problem: Problem | undefined;
  /** The view is asked for by each backup that is looked at; this is found once for each look. */
  #unreadable: Problem[] = [];

  /** Rises with each change of the backups. */
  version = 0;

  constructor(options: BucketReaderOptions) {
    this.#options = options;
    this.#folder = backupsFolder(options.config.prefix);
    this.#backoff = new Backoff(options.fleet);
  }

  start(): void {
    void this.#run(this.#stop.signal);
  }

  stop(): void {
    this.#stop.abort();
    this.#options.client.close();
  }

  /** All that ended, by name. */
  *backups(): Iterable<BackupRecord> {
    for (const { record } of this.#known.values()) {
      if (record) {
        yield record;
      }
    }
  }

  view(): ClusterView {
    const wasListed = this.#listedAt !== undefined;
    const stateAfterFailure = wasListed ? 'stale' : 'unreachable';
    const state = wasListed ? 'live' : 'connecting';
    return {
      state: this.#problem ? stateAfterFailure : state,
      asOf: this.#problem && this.#listedAt,
      velero: 'unknown',
      problems: [
        ...(this.#problem ? [this.#problem] : []),
        ...this.#unreadable,
      ],
      identity: undefined,
    };
  }

  /** The bucket as a location that nobody writes to. */
  location(): StorageLocationRecord {
    const { name, provider, bucket, prefix, s3Url } = this.#options.config;
    const looked = this.#problem ? 'Unavailable' : 'Available';
    return {
      ...ownRow(name, name),
      provider,
      bucket,
      prefix,
      config: s3Url ? { s3Url } : {},
      caCert: undefined,
      phase: this.#triedAt === undefined ? '' : looked,
      message: this.#problem?.message,
      accessMode: 'ReadOnly',
      isDefault: false,
      lastValidatedAt: this.#triedAt,
      lastSyncedAt: this.#listedAt,
      isPortals: true,
    };
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const wait = await this.#look(signal);
      this.#options.onChange();
      await this.#sleeper.sleep(wait, signal);
    }
  }

  /** @returns how long to wait for the next look */
  async #look(signal: AbortSignal): Promise<number> {
    const { config } = this.#options;
    try {
      await this.#follow(signal);
      this.#unreadable = this.#findUnreadable();
      this.#triedAt = Date.now();
      this.#listedAt = this.#triedAt;
      this.#problem = undefined;
      this.#backoff.reset();
      // Replicas and buckets never in step.
      return config.every * (0.9 + Math.random() / 5);
    } catch (error) {
      if (!signal.aborted) {
        this.#triedAt = Date.now();
        this.#takeIn(error);
      }
      return this.#backoff.next();
    }
  }

  #takeIn(error: unknown): void {
    const { config, logger } = this.#options;
    const problem =
      error instanceof BucketError
        ? error.problem
        : says('bucket.unreadable', { bucket: config.bucket });
    if (problem.message !== this.#problem?.message) {
      logger.warn(`Bucket ${config.name} cannot be read: ${problem.message}`);
    }
    this.#problem = problem;
  }

  /** One look: what is there, what is new, what is gone. */
  async #follow(signal: AbortSignal): Promise<void> {
    const isOfFiles = this.#looks % LOOKS_BETWEEN_LISTS_OF_FILES === 0;
    const found = await (isOfFiles
      ? this.#listFiles(signal)
      : this.#listFolders(signal));
    for (const backup of this.#known.keys()) {
      if (!found.has(backup)) {
        this.#known.delete(backup);
        this.version++;
      }
    }
    const fresh = [...found]
      .filter(([backup, file]) => this.#isFresh(backup, file))
      .sort(([, a], [, b]) => (a?.modified ?? 0) - (b?.modified ?? 0))
      .map(([backup]) => backup);
    await this.#takeAll(fresh, signal);
    this.#looks++;
  }

  /** @param file - undefined: nothing is known but that it has a folder */
  #isFresh(backup: string, file: BucketObject | undefined): boolean {
    const known = this.#known.get(backup);
    return file
      ? known?.etag !== file.etag
      : known === undefined || known.isUnfinished === true;
  }

  #listFiles(signal: AbortSignal) {
    const pages = this.#options.client.list(this.#folder, signal);
    return this.#gather(pages, file => ({
      backup: backupOfKey(this.#folder, file.key),
      file,
    }));
  }

  #listFolders(signal: AbortSignal) {
    const pages = this.#options.client.folders(this.#folder, signal);
    return this.#gather(pages, folder => ({
      backup: backupOfFolder(this.#folder, folder),
    }));
  }

  async #gather<T>(
    pages: AsyncIterable<T[]>,
    toFound: (entry: T) => { backup: string | undefined; file?: BucketObject },
  ): Promise<Map<string, BucketObject | undefined>> {
    const { bucket } = this.#options.config;
    const found = new Map<string, BucketObject | undefined>();
    let read = 0;
    for await (const page of pages) {
      for (const { backup, file } of page.map(toFound)) {
        if (backup !== undefined) {
          found.set(backup, file);
        }
      }
      read += 1;
      if (found.size > MAX_BACKUPS || read > MAX_PAGES) {
        throw new BucketError('tooLarge', 'bucket.tooMany', {
          bucket,
          folder: this.#folder,
          many: MAX_BACKUPS,
        });
      }
    }
    return found;
  }

  /** A few at once, from the last on. @throws the first failure, when nothing runs any more */
  async #takeAll(fresh: string[], signal: AbortSignal): Promise<void> {
    const work = async () => {
      for (let next = fresh.pop(); next; next = fresh.pop()) {
        try {
          this.#known.set(next, await this.#take(next, signal));
          this.version++;
        } catch (error) {
          fresh.length = 0;
          throw error;
        }
        await turn();
      }
    };
    const outcomes = await Promise.allSettled(
      Array.from({ length: AT_ONCE }, work),
    );
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        throw outcome.reason;
      }
    }
  }

  async #take(backup: string, signal: AbortSignal): Promise<Known> {
    const { name } = this.#options.config;
    let etag = '';
    try {
      const file = await this.#read(metadataKey(this.#folder, backup), signal);
      etag = file.etag;
      const record = readMetadata(file.content, {
        bucket: name,
        backup,
        modified: file.modified,
        intern: this.#intern,
      });
      return { etag, record, isUnfinished: record === undefined };
    } catch (error) {
      if (error instanceof BucketError && error.failure === 'missing') {
        // Velero has not come to it yet; or its backup is being deleted, and
        // the folder is gone by the next look.
        return { etag, isUnfinished: true };
      }
      if (!(error instanceof BucketError) || !OF_THE_FILE.has(error.failure)) {
        throw error;
      }
      return { etag, problem: error.problem };
    }
  }

  async #read(key: string, stop: AbortSignal) {
    const { client, config, fleet } = this.#options;
    const deadline = new Deadline(fleet.requestTimeout, stop);
    try {
      return await client.read(key, MAX_METADATA_BYTES, deadline.signal);
    } catch (error) {
      throw deadline.isOver
        ? new BucketError('slow', 'bucket.slow', { bucket: config.bucket })
        : error;
    } finally {
      deadline.clear();
    }
  }

  #findUnreadable(): Problem[] {
    const bad = [...this.#known].flatMap(([backup, { problem }]) =>
      problem ? [{ backup, problem }] : [],
    );
    if (bad.length === 0) {
      return [];
    }
    const [{ backup, problem }] = bad;
    return [
      says('bucket.someUnreadable', { many: bad.length, backup }),
      problem,
    ];
  }
}
