/**
 * What Velero will do with one object of a backup.
 *
 * - `create`: it is not there, and will be
 * - `skip`: it is there, and stays as it is; Velero logs a warning at most
 * - `patch`: it is there, and what differs is patched
 * - `notRestored`: by rule; `reason` says which
 * - `unclear`: one of the above; the object's `unclear` says what is not known
 *
 * @public
 */
export type EffectAction =
  | 'create'
  | 'skip'
  | 'patch'
  | 'notRestored'
  | 'unclear';

/**
 * - `neverRestored`: Velero restores no object of this kind
 * - `resourceExcluded`, `namespaceExcluded`, `labelSelector`: by the spec
 * - `clusterScopedExcluded`: by the spec, or because it names namespaces and
 *   does not ask for cluster-scoped objects
 * - `completed`: a pod or job that had run to its end
 * - `mirrorPod`: the kubelet makes it
 * - `provisionedAnew`: a volume that the storage class makes again for its claim
 * - `partOfVolumeData`: snapshots and uploads come under new names with the data
 * - `managedByKubernetes`: Kubernetes makes it itself
 *
 * @public
 */
export type NotRestoredReason =
  | 'neverRestored'
  | 'resourceExcluded'
  | 'namespaceExcluded'
  | 'labelSelector'
  | 'clusterScopedExcluded'
  | 'completed'
  | 'mirrorPod'
  | 'provisionedAnew'
  | 'partOfVolumeData'
  | 'managedByKubernetes';

/**
 * What is not known of an object, so that its effect is not certain.
 *
 * - `labels`: the spec selects by labels, and those in the backup were not read
 * - `target`: what lives in the target cluster of this kind was not read
 * - `contents`: its fields in the backup were not read; it may have run to its
 *   end, carry hooks, or be changed by the cluster's plugin ConfigMaps
 * - `kindNotServed`: the target cluster does not serve this kind now
 *
 * @public
 */
export type UnclearReason = 'labels' | 'target' | 'contents' | 'kindNotServed';

/**
 * What becomes of a claim's data.
 *
 * - `restored`: it comes back out of the backup
 * - `kept`: the claim exists; its present data stays, the backup's is not used
 * - `empty`: the claim comes back with an empty volume
 * - `oldVolume`: the claim is bound to the volume it had, if that still exists
 * - `notHere`: a snapshot that only the storage of another cluster has; the
 *   claim stays pending
 * - `unknown`: the backup does not say
 *
 * @public
 */
export type VolumeData =
  | 'restored'
  | 'kept'
  | 'empty'
  | 'oldVolume'
  | 'notHere'
  | 'unknown';

/**
 * - `movedSnapshot`, `localSnapshot`, `providerSnapshot`, `podVolumeBackup`:
 *   where the data comes from
 * - `claimExists`: Velero never restores data into an existing claim
 * - `noData`: the backup holds none of it
 * - `skipped`: the backup left it out on purpose
 * - `backupFailed`: saving it failed
 * - `podNotRestored`: a pod volume backup is restored only with its pod, and
 *   the pod is not created
 * - `volumesOff`: the spec says `restorePVs: false`
 * - `csiOff`: the target's Velero runs without the feature EnableCSI
 * - `volumesExcluded`: the spec keeps PersistentVolumes out
 * - `snapshotElsewhere`: it was never moved out of the cluster it was taken in
 * - `notRecorded`: Velero before 1.13 does not record volumes
 *
 * @public
 */
export type VolumeReason =
  | 'movedSnapshot'
  | 'localSnapshot'
  | 'providerSnapshot'
  | 'podVolumeBackup'
  | 'claimExists'
  | 'noData'
  | 'skipped'
  | 'backupFailed'
  | 'podNotRestored'
  | 'volumesOff'
  | 'csiOff'
  | 'volumesExcluded'
  | 'snapshotElsewhere'
  | 'notRecorded';

/** @public */
export interface VolumeEffect {
  data: VolumeData;
  reason: VolumeReason;
  bytes?: number;
}

/** An object that will not be as it was backed up. @public */
export type EffectChange =
  | { what: 'storageClass'; from: string; to: string }
  | { what: 'image'; from: string; to: string }
  /** By a rule of the spec's resourceModifier; which fields, the ConfigMap says. */
  | { what: 'resourceModifier'; rule: number };

/** A command that will run in a restored pod, or a container put before it. @public */
export interface HookEffect {
  /** The restore's spec, or the pod's own annotations as backed up. */
  source: 'spec' | 'annotation';
  type: 'exec' | 'init';
  /** Of the hook in the spec. */
  name?: string;
  container?: string;
  command?: string;
  /** The hook selects by labels, and those of the pod were not read. */
  unclear?: boolean;
}

/** @public */
export interface ObjectEffect {
  action: EffectAction;
  /** Such as `deployments.apps`. */
  resource: string;
  kind: string;
  /** Where it goes; absent for cluster-scoped objects. */
  namespace?: string;
  /** Where it was, when that is another namespace. */
  sourceNamespace?: string;
  name: string;
  /** With `notRestored`. */
  reason?: NotRestoredReason;
  unclear?: UnclearReason[];
  /** With PersistentVolumeClaims. */
  volume?: VolumeEffect;
  changes?: EffectChange[];
  hooks?: HookEffect[];
  /** Its tenant is not that of the namespace it goes into; `from` is absent when unknown. */
  crossesTenant?: { from?: string; to: string };
}

/** A namespace that the restore writes into. @public */
export interface TargetNamespace {
  name: string;
  /** The namespaces whose objects go into it; more than one is possible. */
  sources: string[];
  exists: boolean;
  workspace?: string;
  tenant?: string;
  /** How many objects will be created or patched in it. */
  changes: number;
}

/** A whole preview in numbers: small, however big the backup is. @public */
export interface PreviewSummary {
  /** Objects by what happens to them. */
  actions: Record<EffectAction, number>;
  /** The same, by resource; sorted. */
  resources: Array<{
    resource: string;
    actions: Partial<Record<EffectAction, number>>;
  }>;
  namespaces: TargetNamespace[];
  /** Claims by what becomes of their data. */
  volumes: Partial<Record<VolumeData, number>>;
  /** Secrets that will be created or patched. */
  secrets: number;
  /** Cluster-scoped objects that will be created or patched. */
  clusterScoped: number;
  /** Pods in which hooks will run. */
  podsWithHooks: number;
  /** Objects changed by the target cluster's plugin ConfigMaps or a modifier. */
  changed: number;
  /** Objects of one tenant that go into a namespace of another. */
  crossingTenants: number;
  /** Why some effects are not certain, with how many. */
  unclear: Partial<Record<UnclearReason, number>>;
}
