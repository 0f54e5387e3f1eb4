import { ClusterRole } from '@appgear/backstage-plugin-velero-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { BucketClient } from '../buckets';
import { createKubeClients, KubeClient } from '../clusters';
import {
  BucketConfig,
  ClusterConfig,
  FleetConfig,
  VeleroConfig,
} from '../config';
import { Bucket, BucketReader } from './buckets';
import { createTables, FleetTables } from './index/tables';
import { ClusterReader, ClusterView } from './reading/ClusterReader';
import { KindReader } from './reading/KindReader';
import { Pulse } from './reading/Pulse';
import { WorkShare } from './reading/WorkShare';
import {
  Interner,
  Kind,
  KindName,
  KINDS,
  NamespaceRecord,
  StorageLocationRecord,
} from './records';

/** Where rows come from, and how it is now: a cluster, or a bucket by itself. */
export interface Source {
  readonly name: string;
  readonly title: string;
  readonly kind: 'cluster' | 'bucket';
  view(): ClusterView;
}

/** One configured cluster. */
export interface Cluster extends Source {
  readonly kind: 'cluster';
  readonly role: ClusterRole;
  readonly veleroNamespace: string;
}

/** One configured bucket: read by the portal itself, and never written to. */
export interface BucketSource extends Source {
  readonly kind: 'bucket';
  readonly bucket: string;
  readonly prefix: string | undefined;
  /** All that ended, whoever else shows them. */
  readonly backupCount: number;
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

/** A bucket, and the means to read it. */
interface BucketMember {
  bucket: Bucket;
  reader: BucketReader;
  client: BucketClient;
  told: string;
}

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
  readonly #buckets: Map<string, BucketMember>;
  readonly #listeners = new Set<FleetListener>();
  readonly #share = new WorkShare();
  readonly #starts: NodeJS.Timeout[] = [];
  #timer: NodeJS.Timeout | undefined;
  #version = 0;
  #veleroVersions = 0;

  constructor(
    config: Pick<VeleroConfig, 'clusters' | 'fleet'> &
      Partial<Pick<VeleroConfig, 'buckets'>>,
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
    this.#buckets = new Map(
      (config.buckets ?? []).map(bucket => [
        bucket.name,
        this.#createBucket(bucket, config.fleet, logger),
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

  /** In the order of the configuration. */
  get buckets(): BucketSource[] {
    return [...this.#buckets.values()].map(({ bucket }) => bucket);
  }

  /** All that rows come from: the clusters, then the buckets. */
  get sources(): Source[] {
    return [...this.clusters, ...this.buckets];
  }

  source(name: string): Source | undefined {
    return this.#members.get(name) ?? this.#buckets.get(name)?.bucket;
  }

  /** Each was read at least once: what none of them shows is nowhere. */
  get isWhole(): boolean {
    return this.sources.every(source =>
      ['live', 'stale'].includes(source.view().state),
    );
  }

  /** For files of a location, where one of the configured buckets is on the same place and can be read. */
  bucketClientOf(location: StorageLocationRecord): BucketClient | undefined {
    return [...this.#buckets.values()].find(
      ({ bucket }) => bucket.holds(location) && bucket.view().state === 'live',
    )?.client;
  }

  /** Shows the namespaces that only backups of a bucket tell of. */
  showLost(bucket: string, namespaces: NamespaceRecord[]): void {
    if (this.#buckets.get(bucket)?.bucket.showNamespaces(namespaces)) {
      this.#changed(bucket);
    }
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
    this.#buckets.forEach(({ reader }) => reader.start());
    this.#timer = setInterval(() => {
      this.#members.forEach(({ name }) => this.#tellState(name));
      this.#buckets.forEach((_, name) => this.#tellBucket(name));
    }, TICK_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#starts.forEach(clearTimeout);
    for (const { reader, client } of this.#members.values()) {
      reader.stop();
      client.close();
    }
    this.#buckets.forEach(({ reader }) => reader.stop());
  }

  #createBucket(
    config: BucketConfig,
    fleet: FleetConfig,
    logger: LoggerService,
  ): BucketMember {
    const { name } = config;
    const client = new BucketClient(config, fleet.requestTimeout);
    const reader = new BucketReader({
      config,
      client,
      fleet,
      logger,
      onChange: () => this.#tellBucket(name),
    });
    const bucket = new Bucket(config, reader, this.tables);
    return { bucket, reader, client, told: '' };
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
      kind: 'cluster',
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

  /** Which backups a bucket alone shows follows from the clusters as well. */
  #tellBucket(name: string): void {
    const member = this.#buckets.get(name)!;
    const answered = this.clusters.every(
      cluster => cluster.view().state !== 'connecting',
    );
    const isChanged = member.bucket.show(answered);
    const state = JSON.stringify(member.bucket.view());
    if (isChanged || state !== member.told) {
      member.told = state;
      this.#changed(name);
    }
  }

  #changed(cluster: string): void {
    this.#version++;
    this.#listeners.forEach(listener => listener(cluster));
  }
}
