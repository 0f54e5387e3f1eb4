import { createHash } from 'crypto';
import { ClusterStore, KubeObject, NewKubeObject } from '../../kubernetes';
import { ScenarioApp, ScenarioStorageClass } from '../schema';
import { BACKUP_LABEL } from './labels';
import { AppPlace, ownedBy, pod, podTemplate } from './pods';
import { boundClaim } from './volumes';

/** Creates what an app consists of, from its settings to its pods. */
export function createApp(
  app: ScenarioApp,
  store: ClusterStore,
  place: AppPlace,
  storageClasses: readonly ScenarioStorageClass[],
): void {
  const { namespace } = place;
  const labels = {
    'app.kubernetes.io/name': app.name,
    'app.kubernetes.io/part-of': namespace,
    ...place.labels,
  };
  const labelOf = (part: 'workload' | 'rest') =>
    app.backupLabel === 'all' ||
    (app.backupLabel === 'workload' && part === 'workload')
      ? { ...labels, [BACKUP_LABEL]: 'true' }
      : labels;
  const settings = settingsOf(app, namespace, labelOf('rest'));
  settings.forEach(object => store.create(object));
  const make = { deployment, statefulset: statefulSet, cronjob: cronJob };
  make[app.kind]({ app, store, place, labelOf, storageClasses });
}

interface Making {
  app: ScenarioApp;
  store: ClusterStore;
  place: AppPlace;
  labelOf: (part: 'workload' | 'rest') => Record<string, string>;
  storageClasses: readonly ScenarioStorageClass[];
}

function settingsOf(
  { name, kind }: ScenarioApp,
  namespace: string,
  labels: Record<string, string>,
): NewKubeObject[] {
  const metadata = (suffix = '') => ({
    namespace,
    name: `${name}${suffix}`,
    labels,
  });
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(),
    spec: {
      type: 'ClusterIP',
      clusterIP: addressOf(`${namespace}/${name}`),
      selector: { 'app.kubernetes.io/name': name },
      ports: [{ name: 'http', port: 80, targetPort: 8080, protocol: 'TCP' }],
    },
  };
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: metadata() },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: metadata('-config'),
      data: { LOG_LEVEL: 'info', TENANT: namespace, FEATURES: 'search,export' },
    },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: metadata('-credentials'),
      type: 'Opaque',
      data: {
        password: Buffer.from(`not-a-secret-of-${name}`).toString('base64'),
      },
    },
    ...(kind === 'cronjob' ? [] : [service]),
  ];
}

/** As the API server gives every service one, always the same here. */
function addressOf(service: string): string {
  const [a, b] = createHash('sha256').update(service).digest();
  return `10.43.${a}.${b}`;
}

function deployment({ app, store, place, labelOf }: Making): void {
  const { namespace, random } = place;
  const labels = labelOf('workload');
  const selector = { matchLabels: { 'app.kubernetes.io/name': app.name } };
  const replicas = { replicas: app.replicas, readyReplicas: app.replicas };
  const created = store.create({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { namespace, name: app.name, labels },
    spec: {
      replicas: app.replicas,
      selector,
      template: podTemplate(app, labelOf('rest')),
    },
    status: replicas,
  });
  const hash = random.suffix(10);
  const podLabels = { ...labelOf('rest'), 'pod-template-hash': hash };
  const replicaSet = store.create({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      namespace,
      name: `${app.name}-${hash}`,
      labels: podLabels,
      ownerReferences: [ownedBy(created)],
    },
    spec: {
      replicas: app.replicas,
      selector,
      template: podTemplate(app, podLabels),
    },
    status: replicas,
  });
  for (let index = 0; index < app.replicas; index++) {
    const name = `${app.name}-${hash}-${random.suffix()}`;
    store.create(pod(app, name, replicaSet, podLabels, place));
  }
}

function statefulSet(making: Making): void {
  const { app, store, place, labelOf } = making;
  const { namespace } = place;
  const created = store.create({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { namespace, name: app.name, labels: labelOf('workload') },
    spec: {
      replicas: app.replicas,
      serviceName: app.name,
      selector: { matchLabels: { 'app.kubernetes.io/name': app.name } },
      template: podTemplate(app, labelOf('rest')),
      ...(app.volume
        ? {
            volumeClaimTemplates: [
              {
                metadata: { name: 'data' },
                spec: {
                  accessModes: ['ReadWriteOnce'],
                  resources: { requests: { storage: app.volume.size } },
                },
              },
            ],
          }
        : {}),
    },
    status: { replicas: app.replicas, readyReplicas: app.replicas },
  });
  for (let index = 0; index < app.replicas; index++) {
    statefulPod(making, created, index);
  }
}

function statefulPod(
  { app, store, place, labelOf, storageClasses }: Making,
  owner: KubeObject,
  index: number,
): void {
  const name = `${app.name}-${index}`;
  const claim = app.volume && `data-${name}`;
  if (claim) {
    boundClaim(
      place.namespace,
      claim,
      app.volume!.size,
      classOf(app, storageClasses),
      labelOf('rest'),
      place.random,
    ).forEach(object => store.create(object));
  }
  store.create(pod(app, name, owner, labelOf('rest'), place, claim));
}

function cronJob({ app, store, place, labelOf }: Making): void {
  store.create({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: {
      namespace: place.namespace,
      name: app.name,
      labels: labelOf('workload'),
    },
    spec: {
      schedule: '30 3 * * *',
      jobTemplate: { spec: { template: podTemplate(app, labelOf('rest')) } },
    },
  });
}

function classOf(
  { name, volume }: ScenarioApp,
  storageClasses: readonly ScenarioStorageClass[],
): ScenarioStorageClass {
  const wanted = volume?.storageClass;
  const found = wanted
    ? storageClasses.find(each => each.name === wanted)
    : storageClasses.find(({ isDefault }) => isDefault) ?? storageClasses[0];
  if (!found) {
    throw new Error(
      `The volume of app '${name}' needs the storage class '${
        wanted ?? '(default)'
      }', and its cluster has ${
        storageClasses.map(each => each.name).join(', ') || 'none'
      }.`,
    );
  }
  return found;
}
