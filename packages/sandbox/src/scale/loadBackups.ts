import { Random, timestamp } from '../clock';
import { KubeObject, MemoryClusterStore } from '../kubernetes';
import { LazyFolder, ObjectStore } from '../objectstore';
import { gzipJson, ObjectStoreLayout } from '../velero';
import { bucketOf, Scale, scheduleName, workspaceName } from './scaleScenario';

const DAY_MS = 86_400_000;
const TTL_MS = 730 * DAY_MS;
/** One in a hundred fails, two in part; the rest complete. */
const PHASES = [
  'Failed',
  'PartiallyFailed',
  'PartiallyFailed',
  ...Array<string>(97).fill('Completed'),
];
const ITEMS = 14;

/** About as much as a real server keeps of who wrote what. */
const MANAGED_FIELDS = {
  manager: 'velero-server',
  operation: 'Update',
  apiVersion: 'velero.io/v1',
  time: '2026-01-01T00:00:00Z',
  fieldsType: 'FieldsV1',
  fieldsV1: Object.fromEntries(
    ['metadata', 'spec', 'status'].map(part => [
      `f:${part}`,
      Object.fromEntries(
        Array.from({ length: 14 }, (_, index) => [`f:field${index}`, {}]),
      ),
    ]),
  ),
};

interface Plan {
  cluster: string;
  now: Date;
  random: Random;
  store: MemoryClusterStore;
  objects: ObjectStore;
}

/**
 * Puts backups into a cluster and their files into its bucket, as if they had
 * been made daily: written directly, as no simulator could make them in the
 * time that a benchmark has to begin. Files are made when they are read.
 */
export function loadBackups(
  { backups, workspaces = 20 }: Scale,
  plan: Plan,
): void {
  const made = Array.from({ length: backups }, (_, index) => {
    const number = index % workspaces;
    const daysAgo = Math.floor(index / workspaces) + 1;
    return madeBackup(number, daysAgo, plan);
  });
  plan.store.load(
    made.sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1)),
  );
  const layout = new ObjectStoreLayout();
  for (const each of made) {
    if (each.status.phase !== 'Failed') {
      const { name } = each.metadata;
      plan.objects.putFolder(
        bucketOf(plan.cluster),
        layout.backup(name),
        filesOf(each, layout),
      );
    }
  }
}

function madeBackup(number: number, daysAgo: number, plan: Plan): KubeObject {
  const { now, random } = plan;
  const midnight = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const minutes = (number % 24) * 60 + (number % 60);
  const started = new Date(midnight - daysAgo * DAY_MS + minutes * 60_000);
  const ended = new Date(started.getTime() + random.between(5, 300) * 1000);
  const schedule = scheduleName(number);
  const stamp = started.toISOString().replace(/\D/g, '').slice(0, 14);
  const phase = random.pick(PHASES);
  return {
    apiVersion: 'velero.io/v1',
    kind: 'Backup',
    metadata: {
      name: `${schedule}-${stamp}`,
      namespace: 'velero',
      uid: random.uuid(),
      resourceVersion: '0',
      generation: 6,
      creationTimestamp: timestamp(started),
      labels: {
        'velero.io/schedule-name': schedule,
        'velero.io/storage-location': 'default',
      },
      annotations: {
        'velero.io/resource-timeout': '10m0s',
        'velero.io/source-cluster-k8s-gitversion': 'v1.35.7',
        'velero.io/source-cluster-k8s-major-version': '1',
        'velero.io/source-cluster-k8s-minor-version': '35',
      },
      managedFields: [MANAGED_FIELDS],
    },
    spec: {
      includedNamespaces: [workspaceName(number)],
      storageLocation: 'default',
      ttl: '17520h0m0s',
      csiSnapshotTimeout: '10m0s',
      itemOperationTimeout: '4h0m0s',
      defaultVolumesToFsBackup: false,
      snapshotMoveData: false,
      hooks: {},
      metadata: {},
    },
    status: {
      phase,
      version: 1,
      formatVersion: '1.1.0',
      startTimestamp: timestamp(started),
      completionTimestamp: timestamp(ended),
      expiration: timestamp(new Date(started.getTime() + TTL_MS)),
      progress: { totalItems: ITEMS, itemsBackedUp: ITEMS },
      ...(phase === 'PartiallyFailed' ? { errors: 1 } : {}),
      ...(phase === 'Failed'
        ? { failureReason: 'error uploading backup: connection reset by peer' }
        : {}),
    },
  };
}

function filesOf(backup: KubeObject, layout: ObjectStoreLayout): LazyFolder {
  const { name } = backup.metadata;
  const fileName = (key: string) => key.slice(key.lastIndexOf('/') + 1);
  return file => {
    switch (file) {
      case 'velero-backup.json':
        return Buffer.from(JSON.stringify(backup));
      case fileName(layout.backupFile(name, 'resourceList')):
        return gzipJson(resourceListOf(backup));
      case fileName(layout.backupFile(name, 'results')):
        return gzipJson(resultsOf(backup));
      case fileName(layout.backupFile(name, 'volumeInfos')):
      case fileName(layout.backupFile(name, 'itemOperations')):
      case fileName(layout.backupFile(name, 'podVolumeBackups')):
        return gzipJson([]);
      default:
        return undefined;
    }
  };
}

function resourceListOf({ spec }: KubeObject): Record<string, string[]> {
  const [namespace] = spec.includedNamespaces;
  const names = Array.from(
    { length: ITEMS - 4 },
    (_, index) => `${namespace}/definition-${index}`,
  );
  return {
    'v1/ConfigMap': [...names, `${namespace}/kube-root-ca.crt`],
    'v1/Namespace': [namespace],
    'v1/ServiceAccount': [`${namespace}/default`],
  };
}

function resultsOf({ spec, status }: KubeObject) {
  const [namespace] = spec.includedNamespaces;
  return status.errors
    ? {
        errors: {
          namespaces: {
            [namespace]: [
              ' resource: /configmaps name: /definition-0 message: /Error backing up item error: /etcdserver: request timed out',
            ],
          },
        },
        warnings: {},
      }
    : { errors: {}, warnings: {} };
}
