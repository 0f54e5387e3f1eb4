/** An object to be made in a namespace, as data. */
export interface Thing {
  /** The API's path up to the namespace, such as `/apis/apps/v1`. */
  api: string;
  plural: string;
  kind: string;
  name: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  /** `spec`, `data` and the like. */
  body?: object;
  /** Written by whoever runs it, which here is nobody. */
  status?: object;
  /** Its controller, which is made before it. */
  owner?: Thing;
  /** In no namespace; `{namespace}` in its name and body stands for that of the others. */
  clusterWide?: true;
}

export const ENABLED = { 'appgear.io/backup-enabled': 'true' };

/** Where the one node agent of the suite runs. */
export const NODE_WITH_AGENT = 'node-1';
export const NODE_WITHOUT_AGENT = 'node-2';

type Labels = Record<string, string>;

export const configMap = (name: string, labels?: Labels): Thing => ({
  api: '/api/v1',
  plural: 'configmaps',
  kind: 'ConfigMap',
  name,
  labels,
  body: { data: { colour: 'blue' } },
});

export const secret = (name: string, labels?: Labels): Thing => ({
  api: '/api/v1',
  plural: 'secrets',
  kind: 'Secret',
  name,
  labels,
  body: { stringData: { password: 'of nobody' } },
});

const CONTAINER = { name: 'main', image: 'app.example/app:1' };
const template = (name: string) => ({
  metadata: { labels: { app: name } },
  spec: { containers: [CONTAINER] },
});

export const service = (name: string): Thing => ({
  api: '/api/v1',
  plural: 'services',
  kind: 'Service',
  name,
  body: { spec: { selector: { app: name }, ports: [{ port: 80 }] } },
});

export const pod = (name: string): Thing => ({
  api: '/api/v1',
  plural: 'pods',
  kind: 'Pod',
  name,
  labels: { app: name },
  body: { spec: { containers: [CONTAINER] } },
});

/** With what its controllers would make of it. */
export function deployment(name: string, labels?: Labels): Thing[] {
  const spec = {
    selector: { matchLabels: { app: name } },
    template: template(name),
  };
  const top: Thing = {
    api: '/apis/apps/v1',
    plural: 'deployments',
    kind: 'Deployment',
    name,
    labels,
    body: { spec },
  };
  const set: Thing = {
    api: '/apis/apps/v1',
    plural: 'replicasets',
    kind: 'ReplicaSet',
    name: `${name}-5d4f`,
    labels: { app: name },
    body: { spec },
    owner: top,
  };
  return [top, set, { ...pod(`${name}-5d4f-x1`), owner: set }];
}

export const job = (name: string, owner?: Thing): Thing => ({
  api: '/apis/batch/v1',
  plural: 'jobs',
  kind: 'Job',
  name,
  owner,
  body: {
    spec: {
      template: {
        spec: { restartPolicy: 'Never', containers: [CONTAINER] },
      },
    },
  },
});

export const cronJob = (name: string): Thing => ({
  api: '/apis/batch/v1',
  plural: 'cronjobs',
  kind: 'CronJob',
  name,
  body: {
    spec: {
      schedule: '0 4 * * *',
      jobTemplate: (job(name).body as any)!,
    },
  },
});

export const lease = (name: string): Thing => ({
  api: '/apis/coordination.k8s.io/v1',
  plural: 'leases',
  kind: 'Lease',
  name,
  body: { spec: { holderIdentity: 'somebody', leaseDurationSeconds: 15 } },
});

export const endpointSlice = (name: string): Thing => ({
  api: '/apis/discovery.k8s.io/v1',
  plural: 'endpointslices',
  kind: 'EndpointSlice',
  name,
  body: { addressType: 'IPv4', endpoints: [] },
});

export const role = (name: string): Thing => ({
  api: '/apis/rbac.authorization.k8s.io/v1',
  plural: 'roles',
  kind: 'Role',
  name,
  body: {
    rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'] }],
  },
});

export const networkPolicy = (name: string): Thing => ({
  api: '/apis/networking.k8s.io/v1',
  plural: 'networkpolicies',
  kind: 'NetworkPolicy',
  name,
  body: { spec: { podSelector: {}, policyTypes: ['Ingress'] } },
});

const SIZE = { storage: '1Gi' };
const CLAIM = { accessModes: ['ReadWriteOnce'], storageClassName: 'by-hand' };

/** A claim that waits for a volume. */
export const unboundClaim = (name: string): Thing => ({
  api: '/api/v1',
  plural: 'persistentvolumeclaims',
  kind: 'PersistentVolumeClaim',
  name,
  body: { spec: { ...CLAIM, resources: { requests: SIZE } } },
});

/** A claim and its volume; bound, as the cluster's own controller sees to it. */
export function claim(name: string): Thing[] {
  const volume = `{namespace}-${name}`;
  return [
    {
      api: '/api/v1',
      plural: 'persistentvolumes',
      kind: 'PersistentVolume',
      name: volume,
      clusterWide: true,
      body: {
        spec: {
          ...CLAIM,
          capacity: SIZE,
          persistentVolumeReclaimPolicy: 'Retain',
          claimRef: {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            namespace: '{namespace}',
            name,
          },
          csi: {
            driver: 'rook-ceph.rbd.csi.ceph.com',
            volumeHandle: volume,
          },
        },
      },
    },
    {
      ...unboundClaim(name),
      body: {
        spec: {
          ...CLAIM,
          volumeName: volume,
          resources: { requests: SIZE },
        },
      },
    },
  ];
}

/** A pod that runs, as far as its status says, with claims mounted. */
export function podWith(
  name: string,
  claims: readonly string[],
  where: {
    node: string;
    /** Names of the volumes that the node agent is to read. */
    saved?: readonly string[];
    phase?: string;
    /** With a volume `scratch` that needs no claim. */
    scratch?: true;
  },
): Thing {
  const { node, saved = [], phase = 'Running', scratch } = where;
  const mounted = scratch ? [...claims, 'scratch'] : claims;
  return {
    ...pod(name),
    annotations:
      saved.length > 0
        ? { 'backup.velero.io/backup-volumes': saved.join(',') }
        : undefined,
    body: {
      spec: {
        nodeName: node,
        volumes: mounted.map(it =>
          claims.includes(it)
            ? { name: it, persistentVolumeClaim: { claimName: it } }
            : { name: it, emptyDir: {} },
        ),
        containers: [
          {
            ...CONTAINER,
            volumeMounts: mounted.map(it => ({
              name: it,
              mountPath: `/${it}`,
            })),
          },
        ],
      },
    },
    status: { phase },
  };
}

/** A shop with all that belongs to it. */
export const SHOP: readonly Thing[] = [
  ...deployment('web'),
  service('web'),
  configMap('settings'),
  secret('password'),
];
