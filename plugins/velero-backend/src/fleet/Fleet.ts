import { ClusterRole } from '@appgear/backstage-plugin-velero-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { createKubeClients, KubeClient } from '../clusters';
import { ClusterConfig, FleetConfig, VeleroConfig } from '../config';
import { createTables, FleetTables } from './index/tables';
import { ClusterReader, ClusterView } from './reading/ClusterReader';
import { KindReader } from './reading/KindReader';
import { Pulse } from './reading/Pulse';
import { WorkShare } from './reading/WorkShare';
import { Interner, Kind, KindName, KINDS } from './records';

/** One configured cluster, and how it is now. */
export interface Cluster {
  readonly name: string;
  readonly title: string;
  readonly role: ClusterRole;
  readonly veleroNamespace: string;
  view(): ClusterView;
}

/** Told at once of what changed; `version` is the fleet's. */
export type FleetListener = (cluster: string) => void;

/** How often the passing of time alone is looked at. */
const TICK_MS = 1000;

/**
 * Between the starts of two clusters: ten handshakes each would else block the
 * thread, and the first to be shown would wait for the lists of all others.
 */
const STAGGER_MS = 200;

interface Member extends Cluster {
  reader: ClusterReader;
  client: KubeClient;
  /** What listeners were last told of its state. */
  told: string;
  veleroVersion: string | undefined;
}

/**
 * The fleet: every configured cluster and everything the portal holds of it.
 * The only reader of Velero objects.
 */
export class Fleet {
  readonly tables: FleetTables = createTables();
  readonly #members: Map<string, Member>;
  readonly #listeners = new Set<FleetListener>();
  readonly #share = new WorkShare();
  readonly #starts: NodeJS.Timeout[] = [];
  #timer: NodeJS.Timeout | undefined;
  #version = 0;
  #veleroVersions = 0;

  constructor(
    config: Pick<VeleroConfig, 'clusters' | 'fleet'>,
    logger: LoggerService,
  ) {
    const clients = createKubeClients(config.clusters, config.fleet);
    this.#members = new Map(
      config.clusters.map((cluster, rank) => [
        cluster.name,
        this.#createMember(
          cluster,
          { client: clients.get(cluster.name)!, rank, fleet: config.fleet },
          logger,
        ),
      ]),
    );
  }

  /** Rises with each change of what is held, the state of clusters included. */
  get version(): number {
    return this.#version;
  }

  /** Rises when the Velero version of any cluster becomes known or changes. */
  get veleroVersions(): number {
    return this.#veleroVersions;
  }

  /** In the order of the configuration. */
  get clusters(): Cluster[] {
    return [...this.#members.values()];
  }

  cluster(name: string): Cluster | undefined {
    return this.#members.get(name);
  }

  /** For writes, which Velero objects are read again by the watch. */
  client(cluster: string): KubeClient | undefined {
    return this.#members.get(cluster)?.client;
  }

  /** Calls back after each change; returns how to stop. */
  onChange(listener: FleetListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(): void {
    [...this.#members.values()].forEach(({ reader }, index) => {
      this.#starts.push(setTimeout(() => reader.start(), index * STAGGER_MS));
    });
    this.#timer = setInterval(
      () => this.#members.forEach(({ name }) => this.#tellState(name)),
      TICK_MS,
    );
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#starts.forEach(clearTimeout);
    for (const { reader, client } of this.#members.values()) {
      reader.stop();
      client.close();
    }
  }

  #createMember(
    cluster: ClusterConfig,
    options: { client: KubeClient; rank: number; fleet: FleetConfig },
    logger: LoggerService,
  ): Member {
    const { client, fleet } = options;
    const { name, title = name, role, veleroNamespace } = cluster;
    const intern = new Interner();
    const reader = new ClusterReader({
      client,
      veleroNamespace,
      fleet,
      logger,
      createKinds: pulse =>
        KINDS.map(kind =>
          this.#createKind(kind as Kind, {
            ...options,
            veleroNamespace,
            intern,
            pulse,
          }),
        ),
      onChange: () => this.#tellState(name),
    });
    return {
      name,
      title,
      role,
      veleroNamespace,
      reader,
      client,
      told: '',
      veleroVersion: undefined,
      view: () => reader.view(Date.now()),
    };
  }

  #createKind<K extends KindName>(
    kind: Kind<K>,
    options: {
      client: KubeClient;
      rank: number;
      veleroNamespace: string;
      fleet: FleetConfig;
      intern: Interner;
      pulse: Pulse;
    },
  ): KindReader<K> {
    const table = this.tables[kind.name];
    const { cluster } = options.client;
    const changed = () => this.#changed(cluster);
    return new KindReader<K>({
      ...options,
      kind,
      share: this.#share,
      sink: {
        replace: rows => {
          table.replace(cluster, rows);
          table.settle(job => this.#share.run(job));
          changed();
        },
        put: row => {
          table.put(row);
          changed();
        },
        remove: row => {
          table.remove(cluster, row);
          changed();
        },
      },
    });
  }

  /** Some states change by time alone: a watch that stays away gets stale. */
  #tellState(name: string): void {
    const member = this.#members.get(name)!;
    const view = member.view();
    if (view.identity?.veleroVersion !== member.veleroVersion) {
      member.veleroVersion = view.identity?.veleroVersion;
      this.#veleroVersions++;
    }
    const state = JSON.stringify(view);
    if (state !== member.told) {
      member.told = state;
      this.#changed(member.name);
    }
  }

  #changed(cluster: string): void {
    this.#version++;
    this.#listeners.forEach(listener => listener(cluster));
  }
}
