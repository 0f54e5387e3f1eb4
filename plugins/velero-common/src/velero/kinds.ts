import type * as generated from './generated';
import type { KubernetesObject } from './metadata';

/** @public */
export type Backup = KubernetesObject<
  generated.BackupSpec,
  generated.BackupStatus
>;
/** @public */
export type Restore = KubernetesObject<
  generated.RestoreSpec,
  generated.RestoreStatus
>;
/** @public */
export type Schedule = KubernetesObject<
  generated.ScheduleSpec,
  generated.ScheduleStatus
>;
/** @public */
export type BackupStorageLocation = KubernetesObject<
  generated.BackupStorageLocationSpec,
  generated.BackupStorageLocationStatus
>;
/** @public */
export type VolumeSnapshotLocation = KubernetesObject<
  generated.VolumeSnapshotLocationSpec,
  generated.VolumeSnapshotLocationStatus
>;
/** @public */
export type PodVolumeBackup = KubernetesObject<
  generated.PodVolumeBackupSpec,
  generated.PodVolumeBackupStatus
>;
/** @public */
export type PodVolumeRestore = KubernetesObject<
  generated.PodVolumeRestoreSpec,
  generated.PodVolumeRestoreStatus
>;
/** @public */
export type BackupRepository = KubernetesObject<
  generated.BackupRepositorySpec,
  generated.BackupRepositoryStatus
>;
/** @public */
export type DeleteBackupRequest = KubernetesObject<
  generated.DeleteBackupRequestSpec,
  generated.DeleteBackupRequestStatus
>;
/** @public */
export type DownloadRequest = KubernetesObject<
  generated.DownloadRequestSpec,
  generated.DownloadRequestStatus
>;
/** @public */
export type ServerStatusRequest = KubernetesObject<
  generated.ServerStatusRequestSpec,
  generated.ServerStatusRequestStatus
>;
/** @public */
export type DataUpload = KubernetesObject<
  generated.DataUploadSpec,
  generated.DataUploadStatus
>;
/** @public */
export type DataDownload = KubernetesObject<
  generated.DataDownloadSpec,
  generated.DataDownloadStatus
>;

/** How far Velero is with a backup; empty or absent when it has not looked yet. @public */
export type BackupPhase = NonNullable<generated.BackupStatus['phase']>;
/** @public */
export type RestorePhase = NonNullable<generated.RestoreStatus['phase']>;
/** @public */
export type SchedulePhase = NonNullable<generated.ScheduleStatus['phase']>;
