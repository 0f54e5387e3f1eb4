import { Problem, says } from '@appgear/backstage-plugin-velero-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { setImmediate as turn } from 'node:timers/promises';
import {
  backupOfKey,
  backupsFolder,
  BucketClient,
  BucketError,
  BucketObject,
} from '../../buckets';
import { BucketConfig, FleetConfig } from '../../config';
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
  /** Undefined: it has not ended, or cannot be read. */
  record: BackupRecord | undefined;
  /** Why it cannot be read. */
  problem: Problem | undefined;
}

/** A Backup object has some kilobytes; etcd takes none of more than 1.5 MiB. */
const MAX_METADATA_BYTES = 1024 * 1024;
/** More would not fit beside what the clusters hold. */
const MAX_BACKUPS = 20_000;
/** Of a list; a backup has a dozen files, and a thousand keys fit on a page. */
const MAX_PAGES = 1000;
const AT_ONCE = 8;

/** What is wrong with one file alone; it is not asked for again before it changes. */
const OF_THE_FILE: ReadonlySet<BucketError['failure']> = new Set([
  'missing',
  'malformed',
  'tooLarge',
]);

/**
 * Keeps the list of the backups in a bucket: looks at intervals which
 * `velero-backup.json` are there, and reads those that are new or were written
 * again.
 */
export class BucketReader {
  readonly #options: BucketReaderOptions;
  readonly #backoff: Backoff;
  readonly #sleeper = new Sleeper();
  readonly #stop = new AbortController();
  readonly #intern = new Interner();
  readonly #folder: string;
  readonly #known = new Map<string, Known>();
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
    const found = await this.#list(signal);
    for (const backup of this.#known.keys()) {
      if (!found.has(backup)) {
        this.#known.delete(backup);
        this.version++;
      }
    }
    const changed = [...found]
      .filter(([backup, { etag }]) => this.#known.get(backup)?.etag !== etag)
      .sort(([, a], [, b]) => a.modified - b.modified);
    await this.#takeAll(changed, signal);
  }

  /** A few at once, from the last on. @throws the first failure, when nothing runs any more */
  async #takeAll(
    changed: [string, BucketObject][],
    signal: AbortSignal,
  ): Promise<void> {
    const work = async () => {
      for (let next = changed.pop(); next; next = changed.pop()) {
        try {
          await this.#take(...next, signal);
        } catch (error) {
          changed.length = 0;
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

  async #list(signal: AbortSignal): Promise<Map<string, BucketObject>> {
    const { client, config } = this.#options;
    const found = new Map<string, BucketObject>();
    let pages = 0;
    for await (const page of client.list(this.#folder, signal)) {
      for (const object of page) {
        const backup = backupOfKey(this.#folder, object.key);
        if (backup !== undefined) {
          found.set(backup, object);
        }
      }
      pages += 1;
      if (found.size > MAX_BACKUPS || pages > MAX_PAGES) {
        throw new BucketError('tooLarge', 'bucket.tooMany', {
          bucket: config.bucket,
          folder: this.#folder,
          many: MAX_BACKUPS,
        });
      }
    }
    return found;
  }

  async #take(
    backup: string,
    { key, etag, modified }: BucketObject,
    signal: AbortSignal,
  ): Promise<void> {
    const { config } = this.#options;
    const known: Known = { etag, record: undefined, problem: undefined };
    try {
      known.record = readMetadata(await this.#read(key, signal), {
        bucket: config.name,
        backup,
        modified,
        intern: this.#intern,
      });
    } catch (error) {
      if (!(error instanceof BucketError) || !OF_THE_FILE.has(error.failure)) {
        throw error;
      }
      known.problem = error.problem;
    }
    this.#known.set(backup, known);
    this.version++;
  }

  async #read(key: string, stop: AbortSignal): Promise<Buffer> {
    const { client, config, fleet } = this.#options;
    const timeout = AbortSignal.timeout(fleet.requestTimeout);
    try {
      const either = AbortSignal.any([stop, timeout]);
      return await client.read(key, MAX_METADATA_BYTES, either);
    } catch (error) {
      throw timeout.aborted
        ? new BucketError('slow', 'bucket.slow', { bucket: config.bucket })
        : error;
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
