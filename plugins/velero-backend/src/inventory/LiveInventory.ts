import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { ProtectionConfig } from '../config';
import { Askers, Turns } from '../courtesy';
import { Fleet, WorkShare } from '../fleet';
import { WorkspaceDirectory } from '../workspaces';
import { InventoryState, InventoryStore } from './InventoryStore';
import { LiveNamespace } from './LiveNamespace';
import { readCluster } from './readCluster';
import { veleroObjects } from './veleroObjects';

export interface LiveInventoryOptions {
  fleet: Fleet;
  directory: WorkspaceDirectory;
  knex: Knex;
  scheduler: SchedulerService;
  askers: Askers;
  logger: LoggerService;
  config: ProtectionConfig;
  pageSize: number;
}

/** Told of what changed: `cluster/namespace`. */
export type InventoryListener = (keys: readonly string[]) => void;

/** The namespaces of workspaces. */
interface Wanted {
  names: string[];
  digest: string;
}

/** How soon what another replica read shows up here. */
const REFRESH_MS = 5_000;
/** Namespaces are often made several at a time. */
const SETTLE_MS = 5_000;
/** A cluster that could not be read is not asked again at once. */
const PAUSE_MS = 60_000;
const TIMEOUT_MINUTES = 15;

/**
 * What lives in the workspaces' namespaces: read by one replica at a time, at
 * intervals and when namespaces come, go or change their workspace.
 */
export class LiveInventory {
  readonly #options: LiveInventoryOptions;
  readonly #store: InventoryStore;
  readonly #share: WorkShare;
  readonly #listeners = new Set<InventoryListener>();
  readonly #digests = new Map<string, string>();
  readonly #states = new Map<string, InventoryState>();
  readonly #settling = new Map<string, NodeJS.Timeout>();
  readonly #lastFailures = new Map<string, number>();
  readonly #wantedOf = new Map<string, Wanted & { version: number }>();
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  /** Rises with each change. */
  version = 0;

  constructor(options: LiveInventoryOptions) {
    this.#options = options;
    this.#store = new InventoryStore(options.knex);
    const turns = new Turns(options.askers);
    this.#share = new WorkShare(() => turns.next());
  }

  async start(): Promise<void> {
    const { fleet, scheduler, config } = this.#options;
    const clusters = fleet.clusters.map(({ name }) => name);
    await this.#store.keepOnly(clusters);
    await this.refresh();
    for (const cluster of clusters) {
      await scheduler.scheduleTask({
        id: taskId(cluster),
        scope: 'global',
        frequency: { milliseconds: config.inventoryInterval },
        timeout: { minutes: TIMEOUT_MINUTES },
        fn: () => this.#read(cluster),
      });
    }
    clusters.forEach(cluster => this.#settle(cluster));
    fleet.onChange(cluster => this.#settle(cluster));
    this.#timer = setInterval(() => this.#refreshQuietly(), REFRESH_MS);
    this.#timer.unref();
  }

  stop(): void {
    this.#stop.abort();
    clearInterval(this.#timer);
    this.#settling.forEach(timer => clearTimeout(timer));
  }

  /** Returns how to stop. */
  onChange(listener: InventoryListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** When a cluster was read, and what it cost; undefined: not yet. */
  stateOf(cluster: string): InventoryState | undefined {
    return this.#states.get(cluster);
  }

  /** Changes with what lives in a namespace; undefined: not known. */
  digestOf(cluster: string, namespace: string): string | undefined {
    return this.#digests.get(keyOf(cluster, namespace));
  }

  /** What lives in a namespace, `''` for what is in none; undefined: not known. */
  async namespace(
    cluster: string,
    namespace: string,
  ): Promise<LiveNamespace | undefined> {
    return this.#store.namespace(cluster, namespace);
  }

  /** Takes in what any replica read. */
  async refresh(): Promise<void> {
    const [states, versions] = await Promise.all([
      this.#store.statesSince(this.#states),
      this.#store.versions(),
    ]);
    const changed: string[] = [];
    const gone = new Set(this.#digests.keys());
    for (const { cluster, namespace, digest } of versions) {
      const key = keyOf(cluster, namespace);
      gone.delete(key);
      if (this.#digests.get(key) !== digest) {
        this.#digests.set(key, digest);
        changed.push(key);
      }
    }
    gone.forEach(key => this.#digests.delete(key));
    states.forEach(state => this.#states.set(state.cluster, state));
    if (states.length + changed.length + gone.size > 0) {
      this.version++;
      this.#listeners.forEach(listener => listener([...changed, ...gone]));
    }
  }

  /** Reads a cluster again soon, if its namespaces are others than those that were read. */
  #settle(cluster: string): void {
    if (this.#settling.has(cluster) || !this.#isOutdated(cluster)) {
      return;
    }
    const rest = (this.#lastFailures.get(cluster) ?? 0) + PAUSE_MS - Date.now();
    const timer = setTimeout(() => {
      this.#settling.delete(cluster);
      this.#trigger(cluster);
    }, Math.max(SETTLE_MS, rest));
    timer.unref();
    this.#settling.set(cluster, timer);
  }

  #isOutdated(cluster: string): boolean {
    return (
      this.#isLive(cluster) &&
      this.#states.get(cluster)?.namespaces !== this.#wanted(cluster).digest
    );
  }

  async #trigger(cluster: string): Promise<void> {
    try {
      await this.#refreshQuietly();
      if (this.#isOutdated(cluster)) {
        await this.#options.scheduler.triggerTask(taskId(cluster));
      }
    } catch {
      // It runs already, here or elsewhere; look again after it.
      this.#settle(cluster);
    }
  }

  async #read(cluster: string): Promise<void> {
    const { fleet, logger, pageSize } = this.#options;
    const client = fleet.client(cluster);
    if (!client || !this.#isLive(cluster)) {
      return;
    }
    const { names, digest } = this.#wanted(cluster);
    try {
      const live = await readCluster({
        client,
        namespaces: names,
        pageSize,
        share: this.#share,
        signal: this.#stop.signal,
      });
      const { veleroNamespace } = fleet.cluster(cluster)!;
      live.namespaces
        .get(veleroNamespace)
        ?.objects.push(...veleroObjects(fleet, cluster));
      await this.#store.save(cluster, live, digest, Date.now());
      await this.refresh();
    } catch (error) {
      if (!this.#stop.signal.aborted) {
        this.#lastFailures.set(cluster, Date.now());
        logger.warn(
          `What lives in cluster ${cluster} cannot be read: ${error}`,
        );
      }
    }
  }

  #wanted(cluster: string): Wanted {
    const { fleet, directory } = this.#options;
    const { version } = directory;
    let wanted = this.#wantedOf.get(cluster);
    if (wanted?.version !== version) {
      const namespaces = [...fleet.tables.namespaces.of(cluster)].filter(
        namespace => directory.idOf(namespace) !== undefined,
      );
      const uids = namespaces.map(({ uid }) => uid).sort();
      wanted = {
        version,
        names: namespaces.map(({ name }) => name),
        digest: createHash('sha256').update(uids.join('\n')).digest('hex'),
      };
      this.#wantedOf.set(cluster, wanted);
    }
    return wanted;
  }

  #isLive(cluster: string): boolean {
    return this.#options.fleet.cluster(cluster)?.view().state === 'live';
  }

  async #refreshQuietly(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      this.#options.logger.warn(`The inventory cannot be refreshed: ${error}`);
    }
  }
}

function taskId(cluster: string): string {
  return `inventory-${cluster}`;
}

function keyOf(cluster: string, namespace: string): string {
  return `${cluster}/${namespace}`;
}
