/** One kind that a cluster serves. @public */
export interface ResourceType {
  /** `''` for core. */
  group: string;
  version: string;
  kind: string;
  /** Such as `backups`. */
  plural: string;
  namespaced: boolean;
}

/** @public */
export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
}

/** The part of Kubernetes' `ObjectMeta` that the plugin reads. @public */
export interface ObjectMeta {
  name: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  generateName?: string;
  /** ISO 8601, UTC. */
  creationTimestamp?: string;
  /** Set while finalizers keep a deleted object. ISO 8601, UTC. */
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: OwnerReference[];
}

/** @public */
export interface LabelSelectorRequirement {
  key: string;
  /** `In`, `NotIn`, `Exists` or `DoesNotExist`. */
  operator: string;
  values?: string[] | null;
}

/** All of its parts must hold; one without parts holds for every object. @public */
export interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: LabelSelectorRequirement[];
}

/**
 * An object as the API server hands it out. What the types do not know is
 * kept: a newer or older Velero's fields pass through unharmed.
 *
 * @public
 */
export interface KubernetesObject<Spec = unknown, Status = unknown> {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  spec?: Spec;
  status?: Status;
}
