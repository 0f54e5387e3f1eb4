import { z } from 'zod';
import { parseDuration } from '../clock';

const name = z
  .string()
  .regex(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/, 'is not a Kubernetes name')
  .max(253);

const duration = z.string().refine(isDuration, {
  error: 'is not a duration: write it like 30d, 36h or 90m',
});

const labels = z.record(z.string(), z.string());

/** Any Kubernetes object, as `kubectl apply` takes it. */
const manifest = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({
    name,
    namespace: name.optional(),
    labels: labels.optional(),
    annotations: labels.optional(),
  }),
});

const objectRef = z.strictObject({
  apiVersion: z.string().default('v1'),
  kind: z.string(),
  namespace: name.optional(),
  name,
});

/** Which of an app's objects carry the backup label themselves. */
const labelled = z.enum(['none', 'workload', 'all']);

const app = z.strictObject({
  name,
  kind: z.enum(['deployment', 'statefulset', 'cronjob']).default('deployment'),
  image: z.string().optional(),
  replicas: z.int().min(0).max(50).default(1),
  /** Makes a claim per replica. */
  volume: z
    .strictObject({
      size: z.string().default('10Gi'),
      storageClass: z.string().optional(),
      /** Left to the node agent by the pods' annotation. */
      fileSystemBackup: z.boolean().default(false),
    })
    .optional(),
  /** The number of the node that all its pods run on. */
  node: z.int().min(1).optional(),
  /** Runs hooks before and after each backup. */
  quiesced: z.boolean().default(false),
  backupLabel: labelled.default('none'),
});

const workspace = z.strictObject({
  /** Also the name of its namespace. */
  id: name,
  /** What it is there to show. */
  shows: z.string(),
  tenant: z.string().optional(),
  owner: z.string().optional(),
  /** `false` sets no label at all: the workspace asks for no backup. */
  backupEnabled: z.boolean().default(true),
  labels: labels.default({}),
  annotations: labels.default({}),
  apps: z.array(app).default([]),
  /** So many more ConfigMaps, for size. */
  bulk: z.int().min(0).max(50_000).default(0),
});

const namespace = z.strictObject({
  name,
  labels: labels.default({}),
  annotations: labels.default({}),
  apps: z.array(app).default([]),
});

const storageClass = z.strictObject({
  name,
  provisioner: z.string(),
  reclaimPolicy: z.enum(['Delete', 'Retain']).default('Delete'),
  isDefault: z.boolean().default(false),
  /** Where volumes of the class are, as a PersistentVolume says it. */
  source: z.enum(['csi', 'nfs', 'awsElasticBlockStore']).default('csi'),
});

const velero = z.strictObject({
  version: z
    .string()
    .regex(/^v\d+\.\d+\.\d+$/, 'is not a version such as v1.18.2')
    .default('v1.18.2'),
  concurrentBackups: z.int().min(1).max(10).default(1),
  enableCsi: z.boolean().default(true),
  /** Runs on every node, but on those named here. */
  nodesWithoutAgent: z.array(name).default([]),
});

const cluster = z.strictObject({
  name,
  title: z.string(),
  role: z.enum(['production', 'dr', 'staging', 'development']),
  nodes: z.int().min(1).max(20).default(3),
  storageClasses: z.array(storageClass).default([]),
  /** Absent: Velero is not installed, not even its kinds. */
  velero: velero.optional(),
  namespaces: z.array(namespace).default([]),
  workspaces: z.array(workspace).default([]),
  /** Files of Kubernetes objects beside the scenario's. */
  manifests: z.array(z.string()).default([]),
});

const happening = z
  .strictObject({
    /** Before the end of history, such as `-12d`. */
    at: duration,
    cluster: name.optional(),
    because: z.string().optional(),
    apply: z.array(manifest).optional(),
    /** A merge patch of something that is there. */
    patch: objectRef.extend({ with: z.looseObject({}) }).optional(),
    delete: objectRef.optional(),
    /** Backups whose name starts so never end. */
    hang: z.string().optional(),
    failItem: z
      .strictObject({
        operation: z.enum(['backup', 'restore']),
        namespace: name,
        kind: z.string(),
        name,
        message: z.string(),
      })
      .optional(),
    restartVelero: z.literal(true).optional(),
    bucket: z
      .strictObject({
        name,
        fault: z.enum(['none', 'unavailable', 'forbidden']),
      })
      .optional(),
  })
  .refine(({ cluster: where, bucket }) => where || bucket, {
    error: 'says neither which cluster nor which bucket it happens to',
  });

/** What a scenario file may say. */
export const scenarioSchema = z.strictObject({
  title: z.string(),
  /** How long before now it begins. */
  history: duration.default('0s'),
  /** Replaces `${NAME}` in manifests; `OBJECT_STORE` is always there. */
  variables: z.record(z.string(), z.string()).default({}),
  buckets: z.array(name).default([]),
  clusters: z.array(cluster).min(1),
  timeline: z.array(happening).default([]),
});

export type Scenario = z.output<typeof scenarioSchema> & {
  /** The objects of each cluster's `manifests`, by file. */
  manifests: Record<string, Manifest[]>;
};
export type Manifest = z.output<typeof manifest>;
export type ScenarioCluster = z.output<typeof cluster>;
export type ScenarioNamespace = z.output<typeof namespace>;
export type ScenarioWorkspace = z.output<typeof workspace>;
export type ScenarioApp = z.output<typeof app>;
export type ScenarioStorageClass = z.output<typeof storageClass>;
export type Happening = z.output<typeof happening>;

export { manifest as manifestSchema };

function isDuration(text: string): boolean {
  try {
    parseDuration(text);
    return true;
  } catch {
    return false;
  }
}
