import { gunzipSync } from 'zlib';
import { Random, SimulatedClock } from '../clock';
import {
  createClusterStore,
  KubeObject,
  NewKubeObject,
  snapshotCrds,
  veleroCrds,
} from '../kubernetes';
import { ObjectStore, ObjectStoreServer } from '../objectstore';
import { Backup, Restore } from './VeleroApi';
import { VeleroServer, VeleroServerOptions } from './VeleroServer';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** For tests that live through days: nobody looks at locations there. */
export const CALM = { storeValidationFrequency: HOUR, backupSyncPeriod: HOUR };

/** A Thursday. */
export const START = new Date('2026-01-01T00:30:00Z');

/** A cluster with Velero in it, and a few words to set it up. */
export class TestCluster {
  readonly store;
  readonly velero: VeleroServer;

  constructor(
    // eslint-disable-next-line @typescript-eslint/no-use-before-define
    readonly world: TestWorld,
    name: string,
    config: VeleroServerOptions['config'],
  ) {
    const random = new Random(name);
    this.store = createClusterStore({
      clock: world.clock,
      random: () => random.next(),
      crds: [...veleroCrds(), ...snapshotCrds()],
    });
    this.namespace('velero');
    this.velero = new VeleroServer({
      store: this.store,
      objectStore: world.objectStore,
      clock: world.clock,
      random: random.fork('velero'),
      config,
    });
    this.velero.start();
  }

  get api() {
    return this.velero.api;
  }

  namespace(name: string, labels?: Record<string, string>): void {
    this.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels },
    });
  }

  create(object: NewKubeObject): KubeObject {
    return this.store.create(object);
  }

  configMap(namespace: string, name: string, data = {}, labels = {}): void {
    this.create({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { namespace, name, labels },
      data,
    });
  }

  location(name = 'default', spec: object = {}): void {
    this.api.storageLocations.create({
      metadata: { name },
      spec: {
        provider: 'aws',
        objectStorage: { bucket: 'dr' },
        default: true,
        ...spec,
      } as any,
    });
    this.world.clock.advance(1_000);
  }

  /** Creates a backup and lets it run to its end. */
  backup(name: string, spec: object = {}): Backup {
    this.api.backups.create({ metadata: { name }, spec: spec as any });
    this.world.clock.advance(10 * MINUTE);
    return this.api.backups.get(name)!;
  }

  restore(name: string, spec: object = {}): Restore {
    this.api.restores.create({ metadata: { name }, spec: spec as any });
    this.world.clock.advance(10 * MINUTE);
    return this.api.restores.get(name)!;
  }

  get(plural: string, name: string, namespace?: string, group = '') {
    return this.store.get(
      this.store.resourceType(plural, group)!,
      name,
      namespace,
    );
  }

  resourceList(backup: string): Record<string, string[]> {
    return this.world.json(`backups/${backup}/${backup}-resource-list.json.gz`);
  }
}

/** What several test clusters share: the time and the buckets. */
export class TestWorld {
  readonly clock = new SimulatedClock(START);
  readonly objects = new ObjectStore(this.clock);
  readonly objectStore = new ObjectStoreServer(this.objects, this.clock);

  constructor() {
    this.objects.createBucket('dr');
  }

  cluster(
    name = 'one',
    config: VeleroServerOptions['config'] = {},
  ): TestCluster {
    return new TestCluster(this, name, config);
  }

  json<T = any>(key: string): T {
    return JSON.parse(this.text(key));
  }

  text(key: string): string {
    const body = this.objects.get('dr', key);
    if (!body) {
      throw new Error(`There is no ${key} in the bucket.`);
    }
    return (key.endsWith('gz') ? gunzipSync(body) : body).toString('utf8');
  }
}
