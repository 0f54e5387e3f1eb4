import { randomBytes } from 'crypto';
import { Random, SimulatedClock, parseDuration } from './clock';
import { IdentityProvider, Person, startIdentityProvider } from './identity';
import { ServiceTimes, WatchTimes, writeKubeconfig } from './kubernetes';
import { ObjectStore, ObjectStoreServer } from './objectstore';
import {
  ClusterSurroundings,
  createCluster,
  SandboxCluster,
  serveCluster,
} from './SandboxCluster';
import { loadBackups, Scale, scaleScenario } from './scale';
import { fillCluster, liveThrough, loadScenario, Scenario } from './scenarios';
import { DEFAULT_SERVER_CONFIG, ServerConfig } from './velero';

export interface SandboxOptions {
  /** A scenario of the library by name, a folder, or one that is read already. @defaultValue `appgear` */
  scenario?: string | Scenario;
  /** Instead of a scenario: many clusters with many backups, without a history. */
  scale?: Scale;
  /** Names, ids and chance come out of it. @defaultValue `sandbox` */
  seed?: string | number;
  clock?: {
    /** The end of history. @defaultValue the real now */
    now?: Date;
    /** How fast time passes afterwards; 0 stands still. @defaultValue 1 */
    speed?: number;
  };
  /** @defaultValue ports that are free */
  ports?: {
    /** Of the clusters, in the scenario's order. */
    clusters?: readonly number[];
    objectStore?: number;
    identity?: number;
  };
  /** Who can sign in. @defaultValue the people of the demo */
  people?: readonly Person[];
  /** Where a portal's sign-ins may return to. */
  redirectUris?: readonly string[];
  /** Flags of all Velero servers, once history is over. */
  velero?: Partial<ServerConfig>;
  serviceTimes?: Partial<ServiceTimes>;
  watchTimes?: Partial<WatchTimes>;
}

/** Several clusters with their Veleros and the bucket that they write to. */
export interface Sandbox {
  readonly clock: SimulatedClock;
  readonly clusters: Readonly<Record<string, SandboxCluster>>;
  readonly objectStore: ObjectStoreServer;
  readonly identity: SandboxIdentity;
  /** With one context per cluster and identity, `identity@cluster`. */
  writeKubeconfig(path: string): Promise<void>;
  close(): Promise<void>;
}

/** An identity provider, and the client that a portal is. */
export interface SandboxIdentity extends Omit<IdentityProvider, 'close'> {
  readonly clientId: string;
  readonly clientSecret: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** In a month of history nobody looks at locations once a minute. */
const HISTORY_CONFIG = {
  backupSyncPeriod: 3 * HOUR_MS,
  storeValidationFrequency: 3 * HOUR_MS,
  itemOperationSyncFrequency: MINUTE_MS,
};

const LIVE_CONFIG = Object.fromEntries(
  Object.keys(HISTORY_CONFIG).map(flag => [
    flag,
    DEFAULT_SERVER_CONFIG[flag as keyof typeof HISTORY_CONFIG],
  ]),
);

/**
 * Starts a sandbox, usable at once: its history has happened, by the
 * simulator's own rules, and time goes on.
 */
export async function startSandbox(
  options: SandboxOptions = {},
): Promise<Sandbox> {
  const { seed = 'sandbox', scale } = options;
  const scenario = scale ? scaleScenario(scale) : scenarioOf(options);
  const now = options.clock?.now ?? new Date();
  const history = parseDuration(scenario.history);
  const clock = new SimulatedClock(new Date(now.getTime() - history));
  const objects = new ObjectStore(clock);
  const objectStore = new ObjectStoreServer(objects, clock);
  await objectStore.listen(options.ports?.objectStore);
  const surroundings = {
    clock,
    objectStore,
    random: new Random(seed),
    veleroConfig: history > 0 ? HISTORY_CONFIG : options.velero,
    serviceTimes: options.serviceTimes,
    watchTimes: options.watchTimes,
  };
  const created = populate(scenario, surroundings, now, scale);
  for (const { velero } of Object.values(created)) {
    velero?.reconfigure({ ...LIVE_CONFIG, ...options.velero });
  }
  const clusters = await Promise.all(
    scenario.clusters.map((cluster, index) =>
      serveCluster(
        cluster,
        created[cluster.name],
        surroundings,
        options.ports?.clusters?.[index],
      ),
    ),
  );
  const identity = await startIdentity(options);
  if (!options.clock?.now) {
    // Living through history took a moment of its own.
    clock.advanceTo(new Date());
  }
  clock.run({ speed: options.clock?.speed });
  return {
    clock,
    objectStore,
    identity,
    clusters: Object.fromEntries(clusters.map(each => [each.name, each])),
    writeKubeconfig: path =>
      writeKubeconfig(
        path,
        clusters.map(({ api }) => api),
      ),
    async close() {
      clock.pause();
      await Promise.all(clusters.map(each => each.close()));
      await identity.close();
      await objectStore.close();
    },
  };
}

async function startIdentity({ people, ports, redirectUris }: SandboxOptions) {
  const clientId = 'backstage';
  const clientSecret = randomBytes(24).toString('base64url');
  const provider = await startIdentityProvider({
    people,
    port: ports?.identity,
    clients: [
      { id: clientId, secret: clientSecret, redirectUris: redirectUris ?? [] },
    ],
  });
  return { ...provider, clientId, clientSecret };
}

type Created = Record<string, ReturnType<typeof createCluster>>;

function scenarioOf({ scenario = 'appgear' }: SandboxOptions): Scenario {
  return typeof scenario === 'string' ? loadScenario(scenario) : scenario;
}

/** Fills clusters and buckets, and lets their history happen. */
function populate(
  scenario: Scenario,
  surroundings: ClusterSurroundings,
  now: Date,
  scale: Scale | undefined,
): Created {
  const { clock, objectStore, random } = surroundings;
  const objects = objectStore.store;
  const variables = variablesOf(scenario, objectStore.url);
  scenario.buckets.forEach(bucket => objects.createBucket(bucket));
  const hasHistory = parseDuration(scenario.history) > 0;
  const clusters: Created = {};
  for (const cluster of scenario.clusters) {
    const created = createCluster(cluster, surroundings);
    clusters[cluster.name] = created;
    const ofCluster = random.fork(`${cluster.name}/objects`);
    fillCluster(cluster, scenario, variables, created.store, ofCluster);
    if (scale) {
      const { store } = created;
      const { name } = cluster;
      loadBackups(scale, {
        cluster: name,
        now,
        random: ofCluster,
        store,
        objects,
      });
    }
    // In history servers start when they start, not at full minutes.
    const delay = hasHistory ? ofCluster.between(1_000, 59_000) : 0;
    clock.after(delay, () => created.velero?.start());
  }
  if (hasHistory) {
    clock.advance(MINUTE_MS);
  }
  liveThrough(scenario.timeline, now, { clock, objects, clusters, variables });
  return clusters;
}

function variablesOf(
  { variables }: Scenario,
  objectStore: string,
): Record<string, string> {
  const own = Object.entries(variables).map(([name, value]) => [
    name,
    value.replace('${OBJECT_STORE}', objectStore),
  ]);
  return { OBJECT_STORE: objectStore, ...Object.fromEntries(own) };
}
