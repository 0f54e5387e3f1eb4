import type { ObjectMeta, ResourceType } from '../velero';
import type { InventoryObject, ObjectLinks } from './inventory';

/** An object as the API server hands it out, of any kind. @public */
export interface AnyKubernetesObject {
  metadata: ObjectMeta;
  // Other fields differ per kind; those that are read are checked when read.
  [field: string]: any;
}

/**
 * The inventory's view of an object. Works on a metadata-only object as well;
 * then it has no links.
 *
 * @public
 */
export function toInventoryObject(
  object: AnyKubernetesObject,
  type: ResourceType,
): InventoryObject {
  const { metadata } = object;
  return {
    group: type.group,
    version: type.version,
    kind: type.kind,
    plural: type.plural,
    namespaced: type.namespaced,
    ...(type.namespaced && { namespace: metadata.namespace }),
    name: metadata.name,
    ...(metadata.uid && { uid: metadata.uid }),
    ...(metadata.creationTimestamp && {
      createdAt: metadata.creationTimestamp,
    }),
    ...(metadata.labels && { labels: metadata.labels }),
    ...(metadata.annotations && { annotations: metadata.annotations }),
    ...(metadata.ownerReferences && {
      ownerReferences: metadata.ownerReferences,
    }),
    ...(metadata.deletionTimestamp && { terminating: true }),
    ...withLinks(linksOf(object, type)),
  };
}

function withLinks(links: ObjectLinks | undefined): { links?: ObjectLinks } {
  return links && Object.keys(links).length > 0 ? { links } : {};
}

function linksOf(
  object: AnyKubernetesObject,
  { group, plural }: ResourceType,
): ObjectLinks | undefined {
  if (group === '' && plural === 'pods') {
    return podLinks(object);
  }
  if (group === '' && plural === 'persistentvolumeclaims') {
    const { spec, status } = object;
    return status?.phase === 'Bound' && spec?.volumeName
      ? { volume: spec.volumeName }
      : undefined;
  }
  if (
    group === 'rbac.authorization.k8s.io' &&
    plural === 'clusterrolebindings'
  ) {
    return bindingLinks(object);
  }
  return undefined;
}

function podLinks({ spec, status }: AnyKubernetesObject): ObjectLinks {
  const claims: string[] = (spec?.volumes ?? [])
    .map((volume: any) => volume.persistentVolumeClaim?.claimName)
    .filter(Boolean);
  return {
    ...(claims.length > 0 && { claims }),
    ...(spec?.priorityClassName && { priorityClass: spec.priorityClassName }),
    ...(isPodRunning(spec, status) && { running: true }),
  };
}

/** Source: Velero, pkg/util/kube/pod.go, IsPodRunning. */
function isPodRunning(spec: any, status: any): boolean {
  return Boolean(spec?.nodeName) && status?.phase === 'Running';
}

function bindingLinks({ roleRef, subjects }: AnyKubernetesObject): ObjectLinks {
  const serviceAccounts = (subjects ?? [])
    .filter((subject: any) => subject.kind === 'ServiceAccount')
    .map(({ namespace, name }: any) => ({ namespace, name }));
  return {
    ...(roleRef?.name && { clusterRole: roleRef.name }),
    ...(serviceAccounts.length > 0 && { serviceAccounts }),
  };
}
