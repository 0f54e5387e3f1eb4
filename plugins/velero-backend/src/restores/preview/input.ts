import {
  ResourceType,
  RestoreSpec,
} from '@appgear/backstage-plugin-velero-common';

/** What a preview is made of. All of it was read before; making it reads nothing. */
export interface PreviewInput {
  spec: RestoreSpec;
  backup: BackedUpContents;
  target: LiveTarget;
  plugins: RestorePlugins;
  /**
   * Whether the target's Velero restores CSI snapshots: it runs with the
   * feature EnableCSI, and before 1.14 also with velero-plugin-for-csi.
   * Undefined when that is not known; then it is taken to.
   */
  csiEnabled?: boolean;
}

/** What the backup's own files say it holds. */
export interface BackedUpContents {
  objects: readonly BackedUpObject[];
  volumes: readonly BackedUpVolume[];
  /** Whether the backup says how volumes were saved; Velero before 1.13 does not. */
  volumesRecorded: boolean;
  /** Whether it was taken in the target cluster; undefined when that is not known. */
  takenInTarget?: boolean;
  /** Workspace and tenant of the namespaces that were backed up. */
  namespaces: ReadonlyMap<string, Belonging>;
}

/** One entry of the backup's resource list. */
export interface BackedUpObject {
  /** As Velero writes it: `apps/v1/Deployment`, `v1/Secret`. */
  apiKind: string;
  /** Absent for cluster-scoped objects. */
  namespace?: string;
  name: string;
  /** What the object says of itself; absent when only the list was read. */
  details?: ObjectDetails;
}

/** The few fields of a backed-up object that decide what a restore makes of it. */
export interface ObjectDetails {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** Pod or Job that had ended. */
  completed?: boolean;
  /** Pod: the claims that its volumes use. */
  claims?: string[];
  /** Of containers and init containers, wherever the kind keeps them. */
  images?: string[];
  /** PersistentVolume, PersistentVolumeClaim; of a StatefulSet, of its templates. */
  storageClasses?: string[];
  /** PersistentVolume. */
  reclaimPolicy?: string;
  /** PersistentVolumeClaim: the volume it was bound to. */
  volume?: string;
}

/** One entry of the backup's VolumeInfos. */
export interface BackedUpVolume {
  /** Namespace of the claim. */
  namespace: string;
  claim?: string;
  /** Name of the PersistentVolume. */
  volume?: string;
  /** Absent when the volume was skipped. */
  method?: 'NativeSnapshot' | 'PodVolumeBackup' | 'CSISnapshot';
  /** The snapshot's data was moved to the backup's own storage. */
  moved: boolean;
  skipped: boolean;
  failed: boolean;
  bytes?: number;
  /** Of a pod volume backup: `pod/volume`. */
  podVolume?: string;
}

/** Whose a namespace is. */
export interface Belonging {
  workspace?: string;
  tenant?: string;
}

/** What lives in the target cluster, as last seen. */
export interface LiveTarget {
  /** Undefined: there is no such namespace. */
  namespace(name: string): (Belonging & { uid: string }) | undefined;
  /** Undefined: not known, because this kind is not read. */
  has(
    resource: string,
    namespace: string | undefined,
    name: string,
  ): boolean | undefined;
  /** Kinds that the cluster serves. */
  types: readonly ResourceType[];
}

/** ConfigMaps in Velero's namespace that change what every restore makes. */
export interface RestorePlugins {
  /** Data of the ConfigMap for `velero.io/change-storage-class`. */
  storageClasses?: Record<string, string>;
  /** Data of the ConfigMap for `velero.io/change-image-name`. */
  imageNames?: Record<string, string>;
  /** Data of the ConfigMap that the spec's `resourceModifier` names. */
  resourceModifier?: Record<string, string>;
}
