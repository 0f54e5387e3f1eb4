/** How Velero saved a volume's data. */
export type VolumeMethod = 'NativeSnapshot' | 'PodVolumeBackup' | 'CSISnapshot';

/**
 * One entry of a backup's VolumeInfos, as far as the domain uses it.
 * Source: Velero, internal/volume/volumes_information.go (v1.13.0, v1.18.2).
 */
export interface DistilledVolume {
  /** Name of the PersistentVolumeClaim; a pod's volume without claim has none. */
  claim?: string;
  /** Name of the PersistentVolume. */
  volume?: string;
  /** Absent when the volume was skipped. */
  method?: VolumeMethod;
  /** The snapshot's data was moved to the backup's own storage. */
  moved: boolean;
  /** The snapshot is also kept where it was taken. */
  keptLocally: boolean;
  skipped: boolean;
  skippedReason?: string;
  /** Velero before 1.14 does not say; then `phase` may. */
  result?: 'succeeded' | 'failed';
  /** Of the snapshot, upload or pod volume backup. */
  phase?: string;
  bytes?: number;
  /** What was newly uploaded; Velero from 1.18 on. */
  incrementalBytes?: number;
  /** CSI driver that took the snapshot. */
  driver?: string;
  /** Of a pod volume backup: `pod/volume`. */
  podVolume?: string;
}

/** The first of many messages; `count` is of all. */
export interface Messages {
  count: number;
  first: string[];
}

/** What a backup holds of one namespace; of `''`, cluster-scoped objects. */
export interface DistilledNamespace {
  /** Names, by kind as Velero writes it: `apps/v1/Deployment`, `v1/Secret`. */
  objects: Map<string, string[]>;
  volumes: DistilledVolume[];
  errors: Messages;
  warnings: Messages;
}

/** What one backup reports about itself. */
export interface DistilledBackup {
  /** By namespace; `''` holds what belongs to none. */
  namespaces: Map<string, DistilledNamespace>;
  /** About Velero itself rather than about objects. */
  errors: Messages;
  warnings: Messages;
  /**
   * Whether the backup says how its volumes were saved. Velero before 1.13
   * does not: then no volume of it is known to be safe.
   */
  volumesRecorded: boolean;
  /** SHA-256 of its files, in hexadecimal. */
  digest: string;
}
