import { LoggerService } from '@backstage/backend-plugin-api';
import { Evidence } from '../evidence';
import {
  BackupRecord,
  Fleet,
  NamespaceRecord,
  storageKey,
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
  #seen = '';

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
    const { fleet, evidence } = this.#options;
    const { namespaces, backups, backupstoragelocations } = fleet.tables;
    const seen = [
      evidence.ledger.version,
      backups.version,
      backupstoragelocations.version,
      ...fleet.clusters.map(({ name }) => namespaces.versionOf(name)),
      ...fleet.clusters.map(cluster => cluster.view().state),
    ].join();
    if (seen === this.#seen) {
      return;
    }
    for (const { name } of fleet.buckets) {
      fleet.showLost(name, await this.#lostIn(name));
    }
    this.#seen = seen;
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
        cluster: bucket,
        name,
        uid: `${bucket}/${name}`,
        createdAt,
        labels: {},
        annotations: {},
        deleting: false,
        terminating: false,
        isLost: true,
      }));
  }

  /**
   * The backups that may hold what was lost: those that no cluster shows; all
   * in the bucket, while a cluster of the configuration is not known at all.
   */
  #witnesses(bucket: string): BackupRecord[] {
    const { fleet } = this.#options;
    const { backups, backupstoragelocations } = fleet.tables;
    const location = backupstoragelocations.get(bucket, bucket);
    const isAnyUnknown = fleet.clusters.some(
      cluster => cluster.view().state === 'unreachable',
    );
    if (!location || !isAnyUnknown) {
      return [...backups.of(bucket)];
    }
    return [...backupstoragelocations]
      .filter(other => storageKey(other) === storageKey(location))
      .flatMap(({ cluster, name }) =>
        [...backups.of(cluster)].filter(
          ({ storageLocation }) => storageLocation === name,
        ),
      );
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
