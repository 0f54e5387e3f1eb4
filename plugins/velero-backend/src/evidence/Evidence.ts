import {
  BackupLog,
  EvidenceStatus,
  isBackupEnded,
  isBackupUsable,
  says,
} from '@appgear/backstage-plugin-velero-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { EvidenceConfig } from '../config';
import { Askers } from '../courtesy';
import { BackupRecord, Fleet } from '../fleet';
import { doorTo, Downloader, EvidenceError } from './download';
import { LogFiles, LogSearch, searchLog } from './logs';
import { EvidenceLedger, EvidenceReader, presenceOf } from './reading';
import { dropGone, evidenceKey, EvidenceState, EvidenceStore } from './store';

/** How soon other replicas' work shows up here. */
const REFRESH_MS = 5_000;
/** Once in so many times, also what they dropped. */
const RELOAD_EVERY = 120;

export interface EvidenceOptions {
  fleet: Fleet;
  knex: Knex;
  config: EvidenceConfig;
  askers: Askers;
  logger: LoggerService;
}

/** What the fleet's backups report about themselves: read once, kept while they live. */
export class Evidence {
  readonly store: EvidenceStore;
  readonly ledger: EvidenceLedger;
  readonly logs: LogFiles;
  readonly #options: EvidenceOptions;
  readonly #reader: EvidenceReader;
  #timer: NodeJS.Timeout | undefined;
  #refreshes = 0;

  constructor(options: EvidenceOptions) {
    this.#options = options;
    this.store = new EvidenceStore(options.knex);
    this.ledger = new EvidenceLedger(this.store);
    this.logs = new LogFiles(new Downloader(options.config));
    this.#reader = new EvidenceReader({
      ...options,
      store: this.store,
      ledger: this.ledger,
    });
  }

  /** Begins to read, on top of what is in the database. */
  async start(): Promise<void> {
    await this.ledger.refresh();
    this.#timer = setInterval(() => this.#refresh(), REFRESH_MS);
    this.#timer.unref();
    if (this.#options.config.enabled) {
      this.#reader.start();
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#reader.stop();
  }

  /** How many backups are still to be read. */
  get backlog(): number {
    return this.#reader.backlog;
  }

  get inFlight(): number {
    return this.#reader.inFlight;
  }

  /** The clusters that are left alone for a while, as they refuse. */
  get pausedClusters(): string[] {
    return this.#reader.pausedClusters;
  }

  /** Names the evidence of a backup; undefined while its location is not known. */
  idOf(backup: BackupRecord): string | undefined {
    const location = this.#options.fleet.tables.backupstoragelocations.get(
      backup.cluster,
      backup.storageLocation ?? '',
    );
    return location && evidenceKey(backup, location).id;
  }

  stateOf(backup: BackupRecord): EvidenceState | undefined {
    const id = this.idOf(backup);
    return id === undefined ? undefined : this.ledger.get(id);
  }

  statusOf(backup: BackupRecord): EvidenceStatus {
    const state = this.stateOf(backup);
    if (!isBackupUsable(backup.phase)) {
      return { state: 'none' };
    }
    return state ? toStatus(state) : { state: 'waiting' };
  }

  /**
   * Finds lines in a backup's log, which is fetched now.
   *
   * @throws EvidenceError
   */
  async searchLog(backup: BackupRecord, search: LogSearch): Promise<BackupLog> {
    const { fleet } = this.#options;
    const { cluster, name, storageLocation = '' } = backup;
    const location = fleet.tables.backupstoragelocations.get(
      cluster,
      storageLocation,
    );
    if (!location) {
      throw new EvidenceError(
        'storageUnavailable',
        says('file.noLocation', { backup: name }),
      );
    }
    const from = doorTo(fleet, location);
    if (!isBackupEnded(backup.phase)) {
      throw new EvidenceError('missing', says('gate.logLater'));
    }
    const { id } = evidenceKey(backup, location);
    const log = await this.logs.read(id, {
      from,
      location,
      target: { kind: 'BackupLog', name },
    });
    return searchLog(log, search);
  }

  /** Drops what is kept of backups that are gone. For a scheduled task. */
  async sweep(now: number = Date.now()): Promise<void> {
    const presence = await presenceOf(this.#options.fleet);
    await dropGone(this.#options.knex, presence, now);
    await this.ledger.reload();
  }

  async #refresh(): Promise<void> {
    try {
      await (++this.#refreshes % RELOAD_EVERY === 0
        ? this.ledger.reload()
        : this.ledger.refresh());
    } catch (error) {
      this.#options.logger.warn(`Evidence cannot be refreshed: ${error}`);
    }
  }
}

function toStatus(state: EvidenceState): EvidenceStatus {
  const { failure, problem, attempts, nextAttemptAt, readAt, digest } = state;
  return {
    state: state.state,
    ...(failure && { failure, problem, attempts }),
    ...(nextAttemptAt && { nextAttemptAt: toIso(nextAttemptAt) }),
    ...(readAt && { readAt: toIso(readAt) }),
    ...(digest && { digest }),
  };
}

function toIso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
