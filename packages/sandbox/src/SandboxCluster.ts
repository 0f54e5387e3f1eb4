import { randomBytes } from 'crypto';
import { Random, SimulatedClock } from './clock';
import {
  ApiServer,
  createClusterStore,
  MemoryClusterStore,
  ServiceTimes,
  snapshotCrds,
  startApiServer,
  VeleroVersion,
  veleroCrds,
  WatchTimes,
} from './kubernetes';
import { ObjectStoreServer } from './objectstore';
import { grantPortal, portalRbac, portalUser } from './portalAccess';
import { ScenarioCluster } from './scenarios';
import { ServerConfig, VeleroServer } from './velero';

/** One cluster of a sandbox, with its API server and its Velero. */
export interface SandboxCluster {
  readonly name: string;
  readonly title: string;
  readonly role: ScenarioCluster['role'];
  /** What is in it, without HTTP. */
  readonly store: MemoryClusterStore;
  readonly api: ApiServer;
  /** Absent where it is not installed. */
  readonly velero?: VeleroServer;
  readonly veleroNamespace: string;
  close(): Promise<void>;
}

/** What all clusters of a sandbox share. */
export interface ClusterSurroundings {
  clock: SimulatedClock;
  random: Random;
  objectStore: ObjectStoreServer;
  veleroConfig?: Partial<ServerConfig>;
  serviceTimes?: Partial<ServiceTimes>;
  watchTimes?: Partial<WatchTimes>;
}

export const ADMIN = 'sandbox-admin';

/** An empty cluster, its Velero not started yet. */
export function createCluster(
  { name, velero }: Pick<ScenarioCluster, 'name' | 'velero'>,
  { clock, random, objectStore, veleroConfig }: ClusterSurroundings,
): { store: MemoryClusterStore; velero?: VeleroServer } {
  const ofCluster = random.fork(name);
  const store = createClusterStore({
    clock,
    random: () => ofCluster.next(),
    crds: [
      ...(velero ? veleroCrds(crdVersionFor(velero.version)) : []),
      ...snapshotCrds(),
    ],
  });
  if (!velero) {
    return { store };
  }
  return {
    store,
    velero: new VeleroServer({
      store,
      objectStore,
      clock,
      random: ofCluster.fork('velero'),
      config: {
        enableCsi: velero.enableCsi,
        concurrentBackups: velero.concurrentBackups,
        ...veleroConfig,
      },
    }),
  };
}

/** Serves a cluster, to its administrator and to the portal. */
export async function serveCluster(
  cluster: Pick<ScenarioCluster, 'name' | 'title' | 'role'>,
  { store, velero }: { store: MemoryClusterStore; velero?: VeleroServer },
  { random, serviceTimes, watchTimes }: ClusterSurroundings,
  port?: number,
): Promise<SandboxCluster> {
  const { name, title, role } = cluster;
  const rbac = portalRbac();
  grantPortal(rbac, store);
  // a cluster that somebody uses has a past which it forgot
  store.compact();
  const ofServer = random.fork(`${name}/server`);
  const api = await startApiServer({
    name,
    store,
    identities: [
      { name: ADMIN, token: newToken(), groups: ['system:masters'] },
      { name: portalUser(rbac), token: newToken() },
    ],
    port,
    serviceTimes,
    watchTimes,
    random: () => ofServer.next(),
  });
  return {
    name,
    title,
    role,
    store,
    api,
    velero,
    veleroNamespace: velero?.config.namespace ?? 'velero',
    async close() {
      velero?.close();
      await api.close();
    },
  };
}

/** The CRDs that this repo keeps: of the oldest and the newest Velero. */
function crdVersionFor(version: string): VeleroVersion {
  return version.startsWith('v1.13.') ? 'v1.13.0' : 'v1.18.2';
}

function newToken(): string {
  return randomBytes(24).toString('base64url');
}
