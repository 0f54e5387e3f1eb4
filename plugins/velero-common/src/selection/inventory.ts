import type { OwnerReference, ResourceType } from '../velero';

/** Names one object: group and plural, and where it is. @public */
export interface ObjectRef {
  group: string;
  plural: string;
  /** Absent for cluster-scoped objects. */
  namespace?: string;
  name: string;
}

/**
 * What an object points at, as far as Velero follows it. Velero reads these
 * from specs; a list that read only metadata leaves them out, and then what
 * would come along with an object is not found.
 *
 * @public
 */
export interface ObjectLinks {
  /** Pod: names of the claims that its volumes use. */
  claims?: string[];
  /** Pod. */
  priorityClass?: string;
  /** Pod: whether it is on a node and its phase is Running. */
  running?: boolean;
  /** PersistentVolumeClaim: the volume it is bound to. */
  volume?: string;
  /** ClusterRoleBinding: the role it gives, and the service accounts it gives it to. */
  clusterRole?: string;
  serviceAccounts?: { namespace: string; name: string }[];
}

/** One live object, without its contents. @public */
export interface InventoryObject extends ResourceType {
  /** Absent for cluster-scoped objects. */
  namespace?: string;
  name: string;
  uid?: string;
  /** ISO 8601, UTC. */
  createdAt?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
  /** Deleted, and kept by finalizers: Velero leaves it out. */
  terminating?: boolean;
  links?: ObjectLinks;
}

/**
 * What lives in a cluster. Namespaces are objects of it: without them no
 * namespace is known.
 *
 * @public
 */
export interface Inventory {
  objects: InventoryObject[];
  /**
   * Kinds that the cluster serves, with or without objects; used to resolve
   * names in filters. The kinds of the objects are known in any case.
   */
  types?: (ResourceType & { shortNames?: string[] })[];
}

/** As Velero writes it: `deployments.apps`, or `pods` for core. @public */
export function groupResource(type: { group: string; plural: string }): string {
  return type.group === '' ? type.plural : `${type.plural}.${type.group}`;
}

/** A key for maps; equal for the same object in one cluster. @public */
export function objectKey(ref: ObjectRef): string {
  return `${groupResource(ref)}/${ref.namespace ?? ''}/${ref.name}`;
}
