import { mockServices } from '@backstage/backend-test-utils';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  ApiServer,
  builtinResourceTypes,
  contextName,
  createClusterStore,
  kubeconfig,
  MemoryClusterStore,
  NewKubeObject,
  ObjectStore,
  ObjectStoreServer,
  Random,
  ServerConfig,
  SimulatedClock,
  startApiServer,
  veleroCrds,
  VeleroServer,
} from '@appgear/velero-sandbox';
import { ConfigReader } from '@backstage/config';
import { readVeleroConfig, VeleroConfig } from '../config';
import { Fleet } from '../fleet';

const MINUTE = 60_000;
const PORTAL = { name: 'portal', token: 'portal', groups: ['system:masters'] };
/** May do what a test's RBAC objects allow. */
const LIMITED = { name: 'limited', token: 'limited' };

/** A cluster of a test bed. */
export interface BedCluster {
  name: string;
  store: MemoryClusterStore;
  velero: VeleroServer;
  server: ApiServer;
}

/**
 * Clusters with Velero and a bucket in one process, and the portal's own view
 * of them. Its time is the real one; what a backup takes can be skipped.
 */
export class Bed {
  readonly clock = new SimulatedClock(new Date(Date.now() - 30 * MINUTE));
  readonly objects = new ObjectStore(this.clock);
  readonly objectStore = new ObjectStoreServer(this.objects, this.clock);
  /** All clusters write to it. */
  readonly bucket = 'dr-bucket';
  readonly clusters: BedCluster[] = [];
  readonly #fleets: Fleet[] = [];
  #folder = '';

  static async start(names: string[], server?: Partial<ServerConfig>) {
    const bed = new Bed();
    bed.objects.createBucket(bed.bucket);
    await bed.objectStore.listen();
    for (const name of names) {
      bed.clusters.push(await bed.#startCluster(name, server));
    }
    bed.#folder = await mkdtemp(path.join(os.tmpdir(), 'velero-bed-'));
    await writeFile(
      bed.#kubeconfig,
      kubeconfig(bed.clusters.map(cluster => cluster.server)),
      { mode: 0o600 },
    );
    return bed;
  }

  cluster(name: string): BedCluster {
    return this.clusters.find(it => it.name === name)!;
  }

  /** Creates a backup on a cluster, and lets time pass until it has ended. */
  backup(cluster: string, name: string, spec: object = {}) {
    const { backups } = this.cluster(cluster).velero.api;
    backups.create({ metadata: { name }, spec: spec as any });
    this.clock.advance(3 * MINUTE);
    return backups.get(name)!;
  }

  create(cluster: string, ...objects: NewKubeObject[]): void {
    objects.forEach(object => this.cluster(cluster).store.create(object));
  }

  /** The plugin's configuration for this bed. */
  config(more: object = {}, identity = PORTAL.name): VeleroConfig {
    return readVeleroConfig(
      new ConfigReader({
        velero: {
          clusters: this.clusterConfigs(identity),
          fleet: { backoffInitial: '100ms', backoffMax: '1s' },
          ...more,
        },
      }),
    );
  }

  /** As under `velero.clusters`. */
  clusterConfigs(identity = PORTAL.name) {
    return this.clusters.map(({ name }) => ({
      name,
      kubeconfig: {
        file: this.#kubeconfig,
        context: contextName(name, identity),
      },
    }));
  }

  /** A fleet that reads this bed; stopped with it. */
  fleet(config: VeleroConfig = this.config()): Fleet {
    const fleet = new Fleet(config, mockServices.logger.mock());
    this.#fleets.push(fleet);
    fleet.start();
    return fleet;
  }

  async close(): Promise<void> {
    this.#fleets.forEach(fleet => fleet.stop());
    this.clock.pause();
    for (const { velero, server } of this.clusters) {
      velero.close();
      await server.close();
    }
    await this.objectStore.close();
    await rm(this.#folder, { recursive: true });
  }

  get #kubeconfig(): string {
    return path.join(this.#folder, 'kubeconfig');
  }

  async #startCluster(
    name: string,
    config: Partial<ServerConfig> = {},
  ): Promise<BedCluster> {
    const random = new Random(name);
    const store = createClusterStore({
      clock: this.clock,
      random: () => random.next(),
      crds: veleroCrds(),
      resourceTypes: builtinResourceTypes,
    });
    for (const namespace of ['kube-system', 'velero']) {
      store.create(namespaceOf(namespace));
    }
    const velero = new VeleroServer({
      store,
      objectStore: this.objectStore,
      clock: this.clock,
      random: random.fork('velero'),
      config,
    });
    velero.start();
    velero.api.storageLocations.create({
      metadata: { name: 'default' },
      spec: {
        provider: 'aws',
        objectStorage: { bucket: this.bucket },
        default: true,
      } as any,
    });
    this.clock.advance(2000);
    const server = await startApiServer({
      name,
      store,
      identities: [PORTAL, LIMITED],
    });
    return { name, store, velero, server };
  }
}

export function namespaceOf(
  name: string,
  labels: Record<string, string> = {},
): NewKubeObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

export function configMapOf(namespace: string, name: string): NewKubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { namespace, name },
    data: {},
  };
}

/** Waits until a condition holds; for what happens by itself. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  milliseconds = 15_000,
): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > deadline) {
      throw new Error(`${what} did not come true in ${milliseconds} ms`);
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
