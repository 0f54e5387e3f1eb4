import { Scenario, ScenarioCluster } from '../scenarios';

/** How large a fleet of the benchmark is. */
export interface Scale {
  clusters: number;
  /** Per cluster. */
  backups: number;
  /** Per cluster. @defaultValue 20 */
  workspaces?: number;
  /** More ConfigMaps in the first workspace of each, for size. @defaultValue 10 */
  objects?: number;
}

const OWNERS = ['team-checkout', 'team-payments', 'team-data'];
const TENANTS = ['acme', 'globex', 'initech'];
const ROLES = ['production', 'dr', 'staging'] as const;
const DEFAULT_WORKSPACES = 20;
const DEFAULT_OBJECTS = 10;

export function bucketOf(cluster: string): string {
  return `backups-of-${cluster}`;
}

/** A fleet of equal clusters, each workspace with a schedule of its own. */
export function scaleScenario(scale: Scale): Scenario {
  const names = Array.from(
    { length: scale.clusters },
    (_, index) => `scale-${String(index + 1).padStart(2, '0')}`,
  );
  const workspaces = scale.workspaces ?? DEFAULT_WORKSPACES;
  return {
    title: `${scale.clusters} clusters with ${scale.backups} backups each`,
    history: '0s',
    variables: {},
    buckets: names.map(bucketOf),
    timeline: [],
    clusters: names.map((name, index) =>
      scaleCluster(name, index, workspaces, scale.objects),
    ),
    manifests: Object.fromEntries(
      names.map(name => [name, manifests(name, workspaces)]),
    ),
  };
}

function scaleCluster(
  name: string,
  index: number,
  workspaces: number,
  objects = DEFAULT_OBJECTS,
): ScenarioCluster {
  return {
    name,
    title: `Scale ${index + 1}`,
    role: ROLES[index % ROLES.length],
    nodes: 1,
    storageClasses: [],
    velero: {
      version: 'v1.18.2',
      concurrentBackups: 1,
      enableCsi: true,
      nodesWithoutAgent: [],
    },
    namespaces: [{ name: 'velero', labels: {}, annotations: {}, apps: [] }],
    manifests: [name],
    workspaces: Array.from({ length: workspaces }, (_, number) => ({
      id: workspaceName(number),
      shows: 'One of many',
      tenant: TENANTS[number % TENANTS.length],
      owner: `group:default/${OWNERS[number % OWNERS.length]}`,
      backupEnabled: true,
      labels: {},
      annotations: {},
      apps: [],
      bulk: number === 0 ? objects : DEFAULT_OBJECTS,
    })),
  };
}

/** Equal names on all clusters: one workspace can be on many of them. */
export function workspaceName(number: number): string {
  return `ws-${String(number + 1).padStart(3, '0')}`;
}

export function scheduleName(number: number): string {
  return `${workspaceName(number)}-daily`;
}

function manifests(cluster: string, workspaces: number) {
  const velero = (kind: string, name: string, spec: object) => ({
    apiVersion: 'velero.io/v1',
    kind,
    metadata: { namespace: 'velero', name },
    spec,
  });
  return [
    velero('BackupStorageLocation', 'default', {
      provider: 'aws',
      default: true,
      objectStorage: { bucket: bucketOf(cluster) },
      config: { region: 'sandbox', s3Url: '${OBJECT_STORE}' },
    }),
    ...Array.from({ length: workspaces }, (_, number) =>
      velero('Schedule', scheduleName(number), {
        schedule: `${number % 60} ${number % 24} * * *`,
        template: {
          includedNamespaces: [workspaceName(number)],
          ttl: '17520h',
        },
      }),
    ),
  ];
}
