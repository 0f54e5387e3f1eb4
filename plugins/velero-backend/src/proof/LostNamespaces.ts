import { LoggerService } from '@backstage/backend-plugin-api';
import { Evidence } from '../evidence';
import {
  BackupRecord,
  Fleet,
  isSynced,
  NamespaceRecord,
  ownRow,
  storageKey,
  StorageLocationRecord,
  takenAt,
} from '../fleet';

export interface LostNamespacesOptions {
  fleet: Fleet;
  evidence: Evidence;
  logger: LoggerService;
}

const PULSE_MS = 2000;
/** What is in a bucket is not trusted to be a name. */
const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
/** Of one bucket; nobody reads more, and each is a workspace to be assessed. */
const MAX_NAMESPACES = 5000;

/**
 * Finds the namespaces that no cluster shows, and that backups in a bucket
 * hold: all that is left of workspaces when clusters are gone.
 */
export class LostNamespaces {
  readonly #options: LostNamespacesOptions;
  /** What evidence names; it never changes once it was read. */
  readonly #names = new Map<string, readonly string[]>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  readonly #seen = new Map<string, string>();

  constructor(options: LostNamespacesOptions) {
    this.#options = options;
  }

  start(): void {
    const { fleet, logger } = this.#options;
    if (fleet.buckets.length === 0) {
      return;
    }
    this.#timer = setInterval(() => {
      this.#looking ??= this.#look()
        .catch(error =>
          logger.warn(`Lost namespaces cannot be looked for: ${error}`),
        )
        .finally(() => {
          this.#looking = undefined;
        });
    }, PULSE_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  async #look(): Promise<void> {
    const { fleet } = this.#options;
    if (fleet.clusters.some(({ view }) => view().state === 'connecting')) {
      // What it is about to show would be lost until then.
      return;
    }
    for (const { name } of fleet.buckets) {
      const seen = this.#versionOf(name);
      if (seen !== this.#seen.get(name)) {
        fleet.showLost(name, await this.#lostIn(name));
        this.#seen.set(name, seen);
      }
    }
  }

  /** Another one when other namespaces may be lost. */
  #versionOf(bucket: string): string {
    const { fleet, evidence } = this.#options;
    const { namespaces, backups } = fleet.tables;
    return [
      evidence.ledger.version,
      ...fleet.clusters.map(({ name }) => namespaces.versionOf(name)),
      ...this.#locations(bucket).flatMap(({ cluster, name }) => [
        cluster,
        name,
        backups.versionOf(cluster),
      ]),
    ].join();
  }

  async #lostIn(bucket: string): Promise<NamespaceRecord[]> {
    const since = new Map<string, number>();
    const isShown = this.#shownByClusters();
    for (const backup of this.#witnesses(bucket)) {
      for (const name of await this.#namesIn(backup)) {
        if (!isShown(name) && NAMESPACE.test(name)) {
          const known = since.get(name) ?? Infinity;
          since.set(name, Math.min(known, takenAt(backup)));
        }
      }
    }
    return [...since]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, MAX_NAMESPACES)
      .map(([name, createdAt]) => ({
        ...ownRow(bucket, name),
        uid: `${bucket}/${name}`,
        createdAt,
        terminating: false,
        isLost: true,
      }));
  }

  /**
   * The backups that may hold what was lost: those that no cluster made which
   * the portal knows. What is only copied from the bucket is of another one.
   */
  #witnesses(bucket: string): BackupRecord[] {
    const { fleet, evidence } = this.#options;
    const { backups } = fleet.tables;
    const witnesses = new Map<string, BackupRecord>();
    const made = new Set<string>();
    for (const { cluster, name } of this.#locations(bucket)) {
      for (const backup of backups.of(cluster)) {
        const id = evidence.idOf(backup);
        if (backup.storageLocation === name && id !== undefined) {
          witnesses.set(id, backup);
          if (!isSynced(backup)) {
            made.add(id);
          }
        }
      }
    }
    made.forEach(id => witnesses.delete(id));
    return [...witnesses.values()];
  }

  /** Of the bucket, and those of clusters on the same place. */
  #locations(bucket: string): StorageLocationRecord[] {
    const { backupstoragelocations } = this.#options.fleet.tables;
    const own = backupstoragelocations.get(bucket, bucket);
    return own
      ? [...backupstoragelocations].filter(
          other => storageKey(other) === storageKey(own),
        )
      : [];
  }

  async #namesIn(backup: BackupRecord): Promise<readonly string[]> {
    const { evidence } = this.#options;
    const id = evidence.idOf(backup);
    if (id === undefined || evidence.ledger.get(id)?.state !== 'read') {
      return [];
    }
    let names = this.#names.get(id);
    if (!names) {
      names = await evidence.store.namespaceNames(id);
      this.#names.set(id, names);
    }
    return names;
  }

  #shownByClusters(): (namespace: string) => boolean {
    const { namespaces } = this.#options.fleet.tables;
    const shown = new Set<string>();
    for (const { isLost, name } of namespaces) {
      if (!isLost) {
        shown.add(name);
      }
    }
    return name => shown.has(name);
  }
}
