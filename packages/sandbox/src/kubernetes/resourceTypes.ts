import type { ResourceType } from './objects';
import type { StructuralSchema } from './schema/structuralSchema';

/** A kind with all that discovery says of it, and the rules of its CRD if it has one. */
export interface ServedType extends ResourceType {
  singular: string;
  shortNames?: readonly string[];
  categories?: readonly string[];
  /** Whether `metadata.generation` counts changes of content; plain data has none. */
  countsGenerations: boolean;
  /** Whether status is written only through `…/status`. Velero's kinds have no such split. */
  statusSubresource: boolean;
  /** Only kinds that came with a CRD have one. */
  schema?: StructuralSchema;
}

interface Terms {
  short?: string[];
  all?: true;
  generation?: true;
  status?: true;
}

const all = true;
const generation = true;
const status = true;

/**
 * The kinds of a bare cluster that disaster recovery has to do with, as
 * Kubernetes 1.35 serves them. Velero's come with its CRDs.
 */
export const builtinResourceTypes: readonly ServedType[] = [
  namespaced('v1', 'ConfigMap', { short: ['cm'] }),
  namespaced('v1', 'Endpoints', { short: ['ep'] }),
  namespaced('v1', 'Event', { short: ['ev'] }),
  namespaced('v1', 'PersistentVolumeClaim', { short: ['pvc'], status }),
  namespaced('v1', 'Pod', { short: ['po'], all, generation, status }),
  namespaced('v1', 'ReplicationController', {
    short: ['rc'],
    all,
    status,
    generation,
  }),
  namespaced('v1', 'Secret'),
  namespaced('v1', 'Service', { short: ['svc'], all, status }),
  namespaced('v1', 'ServiceAccount', { short: ['sa'] }),
  clusterWide('v1', 'Namespace', { short: ['ns'], status }),
  clusterWide('v1', 'Node', { short: ['no'], status }),
  clusterWide('v1', 'PersistentVolume', { short: ['pv'], status }),
  namespaced('apps/v1', 'DaemonSet', {
    short: ['ds'],
    all,
    status,
    generation,
  }),
  namespaced('apps/v1', 'Deployment', {
    short: ['deploy'],
    all,
    status,
    generation,
  }),
  namespaced('apps/v1', 'ReplicaSet', {
    short: ['rs'],
    all,
    status,
    generation,
  }),
  namespaced('apps/v1', 'StatefulSet', {
    short: ['sts'],
    all,
    status,
    generation,
  }),
  namespaced('batch/v1', 'CronJob', { short: ['cj'], all, status, generation }),
  namespaced('batch/v1', 'Job', { all, status, generation }),
  namespaced('autoscaling/v2', 'HorizontalPodAutoscaler', {
    short: ['hpa'],
    all,
    status,
  }),
  namespaced('networking.k8s.io/v1', 'Ingress', {
    short: ['ing'],
    status,
    generation,
  }),
  namespaced('networking.k8s.io/v1', 'NetworkPolicy', {
    short: ['netpol'],
    generation,
  }),
  namespaced('policy/v1', 'PodDisruptionBudget', {
    short: ['pdb'],
    status,
    generation,
  }),
  namespaced('rbac.authorization.k8s.io/v1', 'Role'),
  namespaced('rbac.authorization.k8s.io/v1', 'RoleBinding'),
  clusterWide('rbac.authorization.k8s.io/v1', 'ClusterRole'),
  clusterWide('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding'),
  clusterWide('storage.k8s.io/v1', 'StorageClass', { short: ['sc'] }),
  namespaced('coordination.k8s.io/v1', 'Lease'),
  namespaced('discovery.k8s.io/v1', 'EndpointSlice', { generation }),
  clusterWide('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {
    short: ['crd', 'crds'],
    status,
    generation,
  }),
];

/** Completes a kind of which only the essentials were said. */
export function servedType(
  type: ResourceType & Partial<ServedType>,
): ServedType {
  return {
    singular: type.kind.toLowerCase(),
    countsGenerations: true,
    statusSubresource: false,
    ...type,
  };
}

/** `v1`, or `velero.io/v1`: what objects of the type carry as `apiVersion`. */
export function apiVersionOf(type: { group: string; version: string }): string {
  return type.group ? `${type.group}/${type.version}` : type.version;
}

function namespaced(
  apiVersion: string,
  kind: string,
  terms: Terms = {},
): ServedType {
  return { ...clusterWide(apiVersion, kind, terms), namespaced: true };
}

function clusterWide(
  apiVersion: string,
  kind: string,
  terms: Terms = {},
): ServedType {
  const [version, group = ''] = apiVersion.split('/').reverse();
  const singular = kind.toLowerCase();
  return {
    group,
    version,
    kind,
    plural: pluralOf(singular),
    namespaced: false,
    singular,
    shortNames: terms.short,
    categories: terms.all && ['all'],
    countsGenerations: terms.generation ?? false,
    statusSubresource: terms.status ?? false,
  };
}

function pluralOf(singular: string): string {
  if (singular === 'endpoints') {
    return singular;
  }
  if (singular.endsWith('s')) {
    return `${singular}es`;
  }
  return singular.endsWith('y')
    ? `${singular.slice(0, -1)}ies`
    : `${singular}s`;
}
