/** Any Kubernetes object, as JSON has it. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  [field: string]: any;
}

export interface ObjectMeta {
  name: string;
  namespace?: string;
  uid: string;
  resourceVersion: string;
  generation?: number;
  creationTimestamp: string;
  deletionTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  generateName?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: OwnerReference[];
  managedFields?: Array<Record<string, unknown>>;
}

/** What makes an object go when its last owner went. */
export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}

/** What a caller hands in: the server fills in uid, version and times. */
export interface NewKubeObject {
  apiVersion: string;
  kind: string;
  metadata: Partial<ObjectMeta>;
  [field: string]: any;
}

/** One kind that a cluster serves. */
export interface ResourceType {
  /** `''` for core. */
  group: string;
  version: string;
  kind: string;
  /** Such as `backups`. */
  plural: string;
  namespaced: boolean;
}

export interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: KubeObject;
}

/**
 * A cluster's objects, without HTTP: what the API server serves, and what the
 * Velero simulator works on as a controller would.
 *
 * Objects handed out are the caller's own copies. Errors are `StatusError`s
 * with Kubernetes' own status (404 NotFound, 409 AlreadyExists or Conflict,
 * 422 Invalid).
 */
export interface ClusterStore {
  readonly resourceTypes: readonly ResourceType[];
  /** By plural name and group, such as `('backups', 'velero.io')`; undefined when the cluster does not serve it. */
  resourceType(plural: string, group: string): ResourceType | undefined;
  list(type: ResourceType, namespace?: string): KubeObject[];
  get(
    type: ResourceType,
    name: string,
    namespace?: string,
  ): KubeObject | undefined;
  create(object: NewKubeObject): KubeObject;
  /** Replaces; a stale `metadata.resourceVersion` is a Conflict. */
  update(object: KubeObject): KubeObject;
  /** Reads, lets `change` edit a copy, writes; never conflicts within one process. */
  modify(
    type: ResourceType,
    name: string,
    namespace: string | undefined,
    change: (object: KubeObject) => void,
  ): KubeObject;
  /** With finalizers left, only marks for deletion. Deleting a namespace deletes what is in it. */
  delete(type: ResourceType, name: string, namespace?: string): void;
  /** Calls back after each change, in order; returns how to stop. */
  subscribe(
    type: ResourceType,
    listener: (event: WatchEvent) => void,
  ): () => void;
}

/** Time, as the sandbox lives it: can start in the past, jump and run fast. */
export interface Clock {
  now(): Date;
}
