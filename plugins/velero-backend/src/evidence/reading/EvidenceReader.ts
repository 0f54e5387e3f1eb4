import { isBackupUsable, says } from '@appgear/backstage-plugin-velero-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { randomUUID } from 'node:crypto';
import { EvidenceConfig } from '../../config';
import { Askers, Turns } from '../../courtesy';
import { BackupRecord, Fleet, StorageLocationRecord } from '../../fleet';
import { distilBackup } from '../distil';
import {
  doorTo,
  Download,
  Downloader,
  EvidenceError,
  isOpen,
} from '../download';
import { evidenceKey, EvidenceKey, EvidenceStore, Hold } from '../store';
import { Backlog } from './Backlog';
import { ClusterPauses } from './ClusterPauses';
import { EvidenceLedger } from './EvidenceLedger';
import { planRetry, saysOfCluster } from './retryPlan';
import { Slots } from './Slots';

export interface EvidenceReaderOptions {
  fleet: Fleet;
  store: EvidenceStore;
  ledger: EvidenceLedger;
  config: EvidenceConfig;
  askers: Askers;
  logger: LoggerService;
}

/** What one backup takes to be read. */
interface Job {
  backup: BackupRecord;
  location: StorageLocationRecord;
  key: EvidenceKey;
}

const FILES_PER_BACKUP = 3;
const MINUTE_MS = 60_000;
/** A backup whose location is not known yet is looked at again then. */
const LOCATION_WAIT_MS = 15_000;
/** What another reads now, or a bucket that has enough to do, is looked at again then. */
const SECOND_LOOK_MS = 1000;
/** Looks at so many backups before others have their turn. */
const LOOKS_PER_TURN = 200;

/**
 * Reads the files of finished backups, the newest of each cluster first, a few
 * at a time, and never in the way of a page. Other replicas do the same; a
 * backup is read by whoever takes hold of it first.
 */
export class EvidenceReader {
  readonly #options: EvidenceReaderOptions;
  readonly #downloader: Downloader;
  readonly #holder = randomUUID();
  readonly #backlogs = new Map<string, Backlog>();
  readonly #perCluster: Slots;
  readonly #perStorage: Slots;
  readonly #pauses: ClusterPauses;
  readonly #turns: Turns;
  readonly #running = new Set<Promise<void>>();
  readonly #reading = new Set<string>();
  readonly #stop = new AbortController();
  #pumping = false;
  #again = false;

  constructor(options: EvidenceReaderOptions) {
    const { config, askers } = options;
    this.#options = options;
    this.#turns = new Turns(askers);
    this.#downloader = new Downloader(config);
    this.#perCluster = new Slots(config.perCluster);
    this.#perStorage = new Slots(config.perStorage);
    this.#pauses = new ClusterPauses({ config, onOver: () => this.#wake() });
  }

  /** How many backups are still to be read; those that wait for another try among them. */
  get backlog(): number {
    return [...this.#backlogs.values()].reduce(
      (sum, { size }) => sum + size,
      0,
    );
  }

  get inFlight(): number {
    return this.#running.size;
  }

  /** The clusters that are left alone for a while, as they refuse. */
  get pausedClusters(): string[] {
    return this.#pauses.clusters;
  }

  /** Begins; the ledger has to be filled. */
  start(): void {
    const { fleet } = this.#options;
    fleet.tables.backups.listen({
      added: backup => this.#added(backup),
      removed: backup => this.#backlogs.get(backup.cluster)?.remove(backup),
    });
    fleet.onChange(() => this.#wake());
    this.#wake();
  }

  /** Ends, and lets go of what it holds, so that other replicas go on at once. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#backlogs.forEach(backlog => backlog.clear());
    await Promise.all(this.#running);
    this.#pauses.clear();
  }

  #added(backup: BackupRecord): void {
    if (!isBackupUsable(backup.phase)) {
      return;
    }
    let backlog = this.#backlogs.get(backup.cluster);
    if (!backlog) {
      backlog = new Backlog(() => this.#wake());
      this.#backlogs.set(backup.cluster, backlog);
    }
    backlog.add(backup);
  }

  #wake(): void {
    this.#again = true;
    if (!this.#pumping && !this.#stop.signal.aborted) {
      this.#pumping = true;
      setImmediate(() => this.#pump());
    }
  }

  /** Starts as much as the limits allow, a little at a time. */
  #pump(): void {
    this.#again = false;
    let looks = 0;
    while (this.#hasRoom && looks < LOOKS_PER_TURN) {
      const turn = this.#nextTurn();
      if (!turn) {
        break;
      }
      looks += 1;
      this.#look(turn.backup, turn.backlog);
    }
    this.#pumping = false;
    if (this.#again || looks === LOOKS_PER_TURN) {
      this.#wake();
    }
  }

  get #hasRoom(): boolean {
    return this.#running.size < this.#options.config.atOnce;
  }

  /**
   * The newest backup of the cluster that waits longest for its turn: nobody's
   * last night stands behind another's whole history.
   */
  #nextTurn(): { backup: BackupRecord; backlog: Backlog } | undefined {
    for (const [cluster, backlog] of this.#backlogs) {
      const backup = this.#mayRead(cluster)
        ? backlog.newest(this.#pauses.failed(cluster))
        : undefined;
      if (backup) {
        // A Map keeps the order in which its keys were set.
        this.#backlogs.delete(cluster);
        this.#backlogs.set(cluster, backlog);
        return { backup, backlog };
      }
    }
    return undefined;
  }

  #mayRead(cluster: string): boolean {
    return (
      this.#perCluster.isFree(cluster) &&
      this.#pauses.allows(cluster) &&
      this.#hasDoor(cluster)
    );
  }

  /** It answers itself, or the portal may read a bucket of its. */
  #hasDoor(cluster: string): boolean {
    const { fleet } = this.#options;
    const locations = fleet.tables.backupstoragelocations.of(cluster);
    return (
      fleet.cluster(cluster)?.view().state === 'live' ||
      [...locations].some(location => isOpen(fleet, location))
    );
  }

  /** Takes one out of the queue: begins to read it, or knows why not now. */
  #look(backup: BackupRecord, backlog: Backlog): void {
    const location = this.#locationOf(backup);
    if (!location || !isOpen(this.#options.fleet, location)) {
      backlog.putAside(backup, LOCATION_WAIT_MS);
      return;
    }
    const key = evidenceKey(backup, location);
    const state = this.#options.ledger.get(key.id);
    const now = Date.now();
    const notBefore = Math.max(
      state?.nextAttemptAt ?? 0,
      state?.heldUntil ?? 0,
    );
    const isOutdated = state && this.#options.store.isOutdated(state);
    if (state?.state === 'read' && !isOutdated) {
      backlog.remove(backup);
    } else if (notBefore > now) {
      backlog.putAside(backup, notBefore - now);
    } else if (isOutdated && backlog.postpone(backup)) {
      return;
    } else if (
      !this.#perStorage.isFree(key.storage) ||
      this.#reading.has(key.id)
    ) {
      backlog.putAside(backup, SECOND_LOOK_MS);
    } else {
      this.#begin({ backup, location, key }, backlog);
    }
  }

  #begin(job: Job, backlog: Backlog): void {
    const { backup, key } = job;
    // Out of the queue while it is read; whoever ends it decides what follows.
    backlog.putAside(backup, this.#holdMs);
    this.#perCluster.take(backup.cluster);
    this.#perStorage.take(key.storage);
    this.#reading.add(key.id);
    this.#pauses.began(backup.cluster, backup.name);
    const run = this.#read(job, backlog)
      .catch(error =>
        this.#options.logger.warn(
          `Evidence of backup ${backup.name} could not be kept: ${error}`,
        ),
      )
      .finally(() => {
        this.#perCluster.free(backup.cluster);
        this.#perStorage.free(key.storage);
        this.#reading.delete(key.id);
        this.#pauses.ended(backup.cluster, backup.name);
        this.#running.delete(run);
        this.#wake();
      });
    this.#running.add(run);
  }

  async #read(job: Job, backlog: Backlog): Promise<void> {
    const { store, ledger } = this.#options;
    const { backup, key } = job;
    await this.#turns.next();
    if (!(await store.claim(key, this.#hold()))) {
      backlog.putAside(backup, SECOND_LOOK_MS);
      await ledger.refreshOne(key.id);
      return;
    }
    try {
      const distilled = await this.#distil(job);
      this.#pauses.answered(backup.cluster);
      await this.#turns.next();
      if (await store.saveRead(key, this.#hold(), distilled)) {
        backlog.remove(backup);
      }
    } catch (error) {
      await this.#failed(job, backlog, error);
    }
    await ledger.refreshOne(key.id);
  }

  #distil({ backup, location }: Job) {
    const { fleet } = this.#options;
    const from = doorTo(fleet, location);
    if ('signer' in from && location.phase === 'Unavailable') {
      throw new EvidenceError(
        'storageUnavailable',
        says('file.locationUnusable', {
          location: location.name,
          said: location.message ? `: ${location.message}` : '',
        }),
      );
    }
    return distilBackup(kind =>
      this.#download({ from, location, target: { kind, name: backup.name } }),
    );
  }

  async *#download(download: Download): AsyncGenerator<Buffer> {
    await this.#turns.next();
    yield* this.#downloader.read(download, this.#stop.signal);
  }

  async #failed(job: Job, backlog: Backlog, error: unknown): Promise<void> {
    const { store, ledger, config, logger } = this.#options;
    const { backup, key } = job;
    if (!(error instanceof EvidenceError)) {
      await store.release(key, this.#hold());
      if (this.#stop.signal.aborted) {
        return;
      }
      throw error;
    }
    this.#judgeCluster(backup, error);
    const attempts = (ledger.get(key.id)?.attempts ?? 0) + 1;
    const plan = planRetry(error.failure, attempts, config, Math.random());
    const hold = this.#hold();
    await store.saveFailure(key, hold, {
      failure: error.failure,
      problem: error.problem,
      nextAttemptAt: hold.now + plan.waitMs,
    });
    backlog.putAside(backup, plan.sameClusterWaitMs);
    logger.debug(
      `Backup ${backup.name} of ${backup.cluster} cannot be read: ${error.message}`,
    );
  }

  /** Draws the conclusions for the other backups of the same cluster. */
  #judgeCluster({ cluster, name }: BackupRecord, error: EvidenceError): void {
    const meaning = saysOfCluster(error.failure);
    if (meaning === 'answered') {
      this.#pauses.answered(cluster);
    } else if (meaning === 'refused') {
      const wait = this.#pauses.refused(cluster, name);
      if (wait !== undefined) {
        const until = new Date(Date.now() + wait).toISOString();
        this.#options.logger.warn(
          `Backups of ${cluster} are not read until ${until}, as one after the other failed: ${error.message}`,
        );
      }
    }
  }

  #locationOf(backup: BackupRecord): StorageLocationRecord | undefined {
    const { backupstoragelocations } = this.#options.fleet.tables;
    return backupstoragelocations.get(
      backup.cluster,
      backup.storageLocation ?? '',
    );
  }

  #hold(): Hold {
    const now = Date.now();
    return { holder: this.#holder, now, until: now + this.#holdMs };
  }

  /** As long as reading can take, so that what is still read is never given away. */
  get #holdMs(): number {
    const { signingTimeout, downloadTimeout } = this.#options.config;
    return FILES_PER_BACKUP * (signingTimeout + downloadTimeout) + MINUTE_MS;
  }
}
