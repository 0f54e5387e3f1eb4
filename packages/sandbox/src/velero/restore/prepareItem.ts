import { KubeObject } from '../../kubernetes';
import { Restore } from '../VeleroApi';

const VOLATILE = [
  'generateName',
  'selfLink',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'ownerReferences',
] as const;

const CLAIM_ANNOTATIONS = [
  'pv.kubernetes.io/bind-completed',
  'pv.kubernetes.io/bound-by-controller',
  'volume.kubernetes.io/storage-provisioner',
  'volume.beta.kubernetes.io/storage-provisioner',
  'volume.kubernetes.io/selected-node',
  'velero.io/volume-snapshot-name',
  'velero.io/data-upload-name',
];

/** A copy without what only the cluster writes (pkg/restore/restore.go, resetMetadataAndStatus). */
export function withoutIdentity(object: KubeObject): KubeObject {
  const { status: _, ...copy } = structuredClone(object);
  for (const field of VOLATILE) {
    delete (copy as any).metadata[field];
  }
  return copy as KubeObject;
}

/**
 * Changes one object, in place, as Velero's built-in actions do before it is
 * created (pkg/restore/actions).
 */
export function runActions(object: KubeObject, { spec }: Restore): void {
  switch (`${object.apiVersion}/${object.kind}`) {
    case 'v1/Pod':
      delete object.spec.nodeName;
      delete object.spec.priority;
      break;
    case 'v1/PersistentVolumeClaim':
      dropAnnotations(object, CLAIM_ANNOTATIONS);
      break;
    case 'v1/Service':
      freeService(object, !!spec.preserveNodePorts);
      break;
    case 'batch/v1/Job':
      freeJob(object);
      break;
    case 'rbac.authorization.k8s.io/v1/RoleBinding':
    case 'rbac.authorization.k8s.io/v1/ClusterRoleBinding':
      moveSubjects(object, spec.namespaceMapping ?? {});
      break;
    default:
  }
}

/** Whether it has done its work: such pods and jobs are not brought back. */
export function isCompleted({ apiVersion, kind, status }: KubeObject): boolean {
  if (apiVersion === 'v1' && kind === 'Pod') {
    return status?.phase === 'Succeeded' || status?.phase === 'Failed';
  }
  return (
    apiVersion === 'batch/v1' && kind === 'Job' && !!status?.completionTime
  );
}

function dropAnnotations(object: KubeObject, keys: readonly string[]): void {
  for (const key of keys) {
    delete object.metadata.annotations?.[key];
  }
}

function freeService({ spec }: KubeObject, keepNodePorts: boolean): void {
  if (spec.clusterIP !== 'None') {
    delete spec.clusterIP;
    delete spec.clusterIPs;
  }
  if (!keepNodePorts) {
    for (const port of spec.ports ?? []) {
      delete port.nodePort;
    }
    delete spec.healthCheckNodePort;
  }
}

function freeJob({ spec }: KubeObject): void {
  for (const key of ['controller-uid', 'batch.kubernetes.io/controller-uid']) {
    delete spec.selector?.matchLabels?.[key];
    delete spec.template?.metadata?.labels?.[key];
  }
}

function moveSubjects(
  object: KubeObject,
  mapping: Readonly<Record<string, string>>,
): void {
  for (const subject of object.subjects ?? []) {
    subject.namespace = mapping[subject.namespace] ?? subject.namespace;
  }
}
