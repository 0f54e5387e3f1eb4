// Writes the fields of the built-in kinds that the sandbox serves, as
// @kubernetes/client-node's models have them: without the client itself a
// sandbox starts in a fraction of the time.
// Run: node scripts/generateBuiltinModels.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import * as client from '@kubernetes/client-node';

const target = new URL(
  '../src/kubernetes/schema/builtinModels.json',
  import.meta.url,
);

const roots = {
  'v1 ConfigMap': 'V1ConfigMap',
  'v1 Endpoints': 'V1Endpoints',
  'v1 Event': 'CoreV1Event',
  'v1 PersistentVolumeClaim': 'V1PersistentVolumeClaim',
  'v1 Pod': 'V1Pod',
  'v1 ReplicationController': 'V1ReplicationController',
  'v1 Secret': 'V1Secret',
  'v1 Service': 'V1Service',
  'v1 ServiceAccount': 'V1ServiceAccount',
  'v1 Namespace': 'V1Namespace',
  'v1 Node': 'V1Node',
  'v1 PersistentVolume': 'V1PersistentVolume',
  'apps/v1 DaemonSet': 'V1DaemonSet',
  'apps/v1 Deployment': 'V1Deployment',
  'apps/v1 ReplicaSet': 'V1ReplicaSet',
  'apps/v1 StatefulSet': 'V1StatefulSet',
  'batch/v1 CronJob': 'V1CronJob',
  'batch/v1 Job': 'V1Job',
  'autoscaling/v2 HorizontalPodAutoscaler': 'V2HorizontalPodAutoscaler',
  'networking.k8s.io/v1 Ingress': 'V1Ingress',
  'networking.k8s.io/v1 NetworkPolicy': 'V1NetworkPolicy',
  'policy/v1 PodDisruptionBudget': 'V1PodDisruptionBudget',
  'rbac.authorization.k8s.io/v1 Role': 'V1Role',
  'rbac.authorization.k8s.io/v1 RoleBinding': 'V1RoleBinding',
  'rbac.authorization.k8s.io/v1 ClusterRole': 'V1ClusterRole',
  'rbac.authorization.k8s.io/v1 ClusterRoleBinding': 'V1ClusterRoleBinding',
  'storage.k8s.io/v1 StorageClass': 'V1StorageClass',
  'coordination.k8s.io/v1 Lease': 'V1Lease',
  'discovery.k8s.io/v1 EndpointSlice': 'V1EndpointSlice',
};

const models = {};

/** A model's fields, and those of all models that they use. */
function add(name) {
  const model = client[name];
  if (models[name] || !model?.getAttributeTypeMap) return;
  models[name] = {};
  for (const { baseName, type } of model.getAttributeTypeMap()) {
    models[name][baseName] = type;
    for (const used of type.match(/\b[A-Z]\w*\b/g) ?? []) add(used);
  }
}

Object.values(roots).forEach(add);
const { version } = JSON.parse(
  readFileSync(
    new URL('../package.json', import.meta.resolve('@kubernetes/client-node')),
    'utf8',
  ),
);
const sorted = Object.fromEntries(
  Object.entries(models).sort(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync(
  target,
  `${JSON.stringify(
    { client: version, roots, models: sorted },
    undefined,
    1,
  )}\n`,
);
