import type { ResourceType } from './objects';

type Names = [kind: string, plural: string];

const CORE_NAMESPACED: Names[] = [
  ['ConfigMap', 'configmaps'],
  ['Endpoints', 'endpoints'],
  ['Event', 'events'],
  ['PersistentVolumeClaim', 'persistentvolumeclaims'],
  ['Pod', 'pods'],
  ['ReplicationController', 'replicationcontrollers'],
  ['Secret', 'secrets'],
  ['Service', 'services'],
  ['ServiceAccount', 'serviceaccounts'],
];

const CORE_CLUSTER: Names[] = [
  ['Namespace', 'namespaces'],
  ['Node', 'nodes'],
  ['PersistentVolume', 'persistentvolumes'],
];

/**
 * The kinds of a bare cluster that disaster recovery has to do with. Velero's
 * come with its CRDs.
 */
export const builtinResourceTypes: readonly ResourceType[] = [
  ...kinds('', 'v1', true, CORE_NAMESPACED),
  ...kinds('', 'v1', false, CORE_CLUSTER),
  ...kinds('apps', 'v1', true, [
    ['DaemonSet', 'daemonsets'],
    ['Deployment', 'deployments'],
    ['ReplicaSet', 'replicasets'],
    ['StatefulSet', 'statefulsets'],
  ]),
  ...kinds('batch', 'v1', true, [
    ['CronJob', 'cronjobs'],
    ['Job', 'jobs'],
  ]),
  ...kinds('autoscaling', 'v2', true, [
    ['HorizontalPodAutoscaler', 'horizontalpodautoscalers'],
  ]),
  ...kinds('networking.k8s.io', 'v1', true, [
    ['Ingress', 'ingresses'],
    ['NetworkPolicy', 'networkpolicies'],
  ]),
  ...kinds('policy', 'v1', true, [
    ['PodDisruptionBudget', 'poddisruptionbudgets'],
  ]),
  ...kinds('rbac.authorization.k8s.io', 'v1', true, [
    ['Role', 'roles'],
    ['RoleBinding', 'rolebindings'],
  ]),
  ...kinds('rbac.authorization.k8s.io', 'v1', false, [
    ['ClusterRole', 'clusterroles'],
    ['ClusterRoleBinding', 'clusterrolebindings'],
  ]),
  ...kinds('storage.k8s.io', 'v1', false, [['StorageClass', 'storageclasses']]),
  ...kinds('coordination.k8s.io', 'v1', true, [['Lease', 'leases']]),
  ...kinds('discovery.k8s.io', 'v1', true, [
    ['EndpointSlice', 'endpointslices'],
  ]),
  ...kinds('apiextensions.k8s.io', 'v1', false, [
    ['CustomResourceDefinition', 'customresourcedefinitions'],
  ]),
];

function kinds(
  group: string,
  version: string,
  namespaced: boolean,
  names: Names[],
): ResourceType[] {
  return names.map(([kind, plural]) => ({
    group,
    version,
    kind,
    plural,
    namespaced,
  }));
}

/** `v1`, or `velero.io/v1`: what objects of the type carry as `apiVersion`. */
export function apiVersionOf(type: { group: string; version: string }): string {
  return type.group ? `${type.group}/${type.version}` : type.version;
}
