// The scaffolder's own zod is v3: one schema serves the action and the renderer.
import { z } from 'zod/v3';
import { schedulesInput, workspacesInput } from './scheduleInput';
import { findRelease, RELEASES } from './releases';
import { dnsLabel, issuesOf, realValue } from './values';

const storage = z
  .object({
    bucket: realValue('The bucket, or the blob container'),
    prefix: realValue(
      'The folder in the bucket; one cluster only may write to it. Default: appgear-platform/<cluster>',
    ).optional(),
    region: realValue('AWS and S3: the region').optional(),
    endpoint: z
      .string()
      .url()
      .describe('S3-compatible stores: the URL')
      .optional(),
    publicUrl: z
      .string()
      .url()
      .describe(
        'The URL for downloads where it is not the endpoint as the cluster sees it',
      )
      .optional(),
    caCert: realValue(
      'The authority of the endpoint, as PEM in base64',
    ).optional(),
    resourceGroup: realValue('Azure').optional(),
    storageAccount: realValue('Azure').optional(),
    subscriptionId: realValue('Azure').optional(),
  })
  .strict();

const credentials = z
  .object({
    secretStore: dnsLabel('The ClusterSecretStore of Module 05').default(
      'appgear-vault',
    ),
    key: realValue('The path in Vault').default('kv/appgear/velero/dr-s3'),
    property: realValue('The field that holds the credentials file').default(
      'cloud',
    ),
    apiVersion: z
      .enum(['v1', 'v1beta1'])
      .describe(
        'Of external-secrets.io. v1beta1 only for External Secrets before 0.16',
      )
      .default('v1'),
    repositoryPassword: z
      .object({
        key: realValue('The path in Vault'),
        property: realValue('The field that holds the password'),
      })
      .strict()
      .describe(
        "What volume data is encrypted with. Without it Velero takes a password that everybody knows; a repository's password cannot be changed later",
      )
      .optional(),
  })
  .strict();

const snapshotClass = z
  .object({
    name: dnsLabel('The VolumeSnapshotClass that Velero uses'),
    driver: realValue('The CSI driver'),
    parameters: z.record(realValue("The driver's parameter")).default({}),
  })
  .strict();

const gitops = z
  .object({
    repoURL: realValue('The repository that this module is committed to'),
    targetRevision: realValue('The branch').default('main'),
    project: dnsLabel("Argo CD's project").default('default'),
    namespace: dnsLabel("Argo CD's namespace").default('argocd'),
  })
  .strict();

const databases = z.array(
  z
    .object({
      namespace: dnsLabel("The database's namespace"),
      matchLabels: z
        .record(z.string())
        .describe("The labels of the database's Pods"),
      engine: z.enum(['postgresql', 'mongodb', 'redis']),
      container: dnsLabel(
        'The container; default: the first of the Pod',
      ).optional(),
    })
    .strict(),
);

/** The parts of the input that a cluster and its Velero are made of. */
export const clusterInput = z
  .object({
    region: z
      .string()
      .regex(/^[a-z0-9]+$/)
      .describe('Of the name ag-<region>-core-<environment>'),
    environment: z
      .string()
      .regex(/^[a-z0-9]+$/)
      .describe('Of the name ag-<region>-core-<environment>'),
    veleroVersion: z
      .string()
      .describe(
        `One of ${RELEASES.map(({ minor }) => minor).join(
          ', ',
        )}, or such a version with its patch`,
      ),
  })
  .strict();

/** What the DR module of one cluster is made of. @public */
export const drModuleInput = clusterInput
  .extend({
    provider: z.enum(['aws', 'azure', 'gcp']),
    topology: z
      .enum(['A', 'B'])
      .describe('B is Kubernetes. Topology A has its own tool: topology-a/')
      .default('B'),
    storage,
    credentials: credentials.default({}),
    volumeData: z
      .enum(['csiDataMovement', 'fileSystem'])
      .describe(
        'How the data of volumes gets into the bucket: from CSI snapshots, or read from the file system of running Pods',
      )
      .default('csiDataMovement'),
    snapshotClass: snapshotClass.default({
      name: 'velero-ceph-rbd',
      driver: 'rook-ceph.rbd.csi.ceph.com',
      parameters: {
        clusterID: 'rook-ceph',
        'csi.storage.k8s.io/snapshotter-secret-name':
          'rook-csi-rbd-provisioner',
        'csi.storage.k8s.io/snapshotter-secret-namespace': 'rook-ceph',
      },
    }),
    workspaces: workspacesInput,
    schedules: schedulesInput.default({}),
    databases: databases
      .describe('Databases that are told before their volumes are read')
      .default([]),
    gitops,
  })
  .strict();

/** The input as a template's author writes it. @public */
export type DrModuleInput = z.input<typeof drModuleInput>;
/** The input with its defaults. */
export type DrModule = z.output<typeof drModuleInput>;

/**
 * Reads the input, and refuses with all that is wrong in it what would render
 * a module that does not protect.
 *
 * @throws an error that names each field and how to mend it
 */
export function parseDrModule(input: unknown): DrModule {
  const result = drModuleInput.safeParse(input);
  const problems = result.success
    ? contradictions(result.data)
    : issuesOf(result.error);
  if (problems.length > 0 || !result.success) {
    throw new Error(
      `The DR module cannot be rendered:\n- ${problems.join('\n- ')}`,
    );
  }
  return result.data;
}

function contradictions(input: DrModule): string[] {
  return [
    ...versionProblems(input.veleroVersion, input.workspaces),
    ...topologyProblems(input),
    ...storageProblems(input),
  ];
}

/** What a version of Velero cannot do with a choice of workspaces. */
export function versionProblems(
  version: string,
  { pattern }: { pattern?: string },
): string[] {
  const release = findRelease(version);
  if (!release) {
    return [
      `veleroVersion: there is no Velero ${version} here. Write one of ${RELEASES.map(
        ({ minor }) => minor,
      ).join(', ')}.`,
    ];
  }
  return pattern !== undefined && !release.namespacePatterns
    ? [
        `workspaces.pattern: Velero ${release.velero} takes ${pattern} for the name of one namespace and backs up nothing. Write workspaces.namespaces, or choose 1.18 or newer.`,
      ]
    : [];
}

function topologyProblems({ topology }: DrModule) {
  return topology === 'A'
    ? [
        'topology: this module is for topology B, Kubernetes. For topology A, Docker on one host, use topology-a/ of this project; it is no DR.',
      ]
    : [];
}

function storageProblems({ provider, storage: location }: DrModule): string[] {
  const needs = {
    aws: ['region'],
    azure: ['resourceGroup', 'storageAccount', 'subscriptionId'],
    gcp: [],
  } as const;
  return needs[provider]
    .filter(field => location[field] === undefined)
    .map(field => `storage.${field}: the provider ${provider} needs it.`);
}
