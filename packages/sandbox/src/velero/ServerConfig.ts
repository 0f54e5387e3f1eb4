import {
  NEWEST_VELERO,
  VeleroVersion,
} from '@appgear/backstage-plugin-velero-common';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * What `velero server` can be told by flags, with Velero 1.18's defaults
 * (pkg/cmd/server/config/config.go). Times are milliseconds.
 */
export interface ServerConfig {
  namespace: string;
  version: VeleroVersion;
  /** `--features=EnableCSI`. */
  enableCsi: boolean;
  /** Plugins on top of the built-in ones, by name. */
  plugins: readonly ServerPlugin[];
  backupSyncPeriod: number;
  storeValidationFrequency: number;
  garbageCollectionFrequency: number;
  itemOperationSyncFrequency: number;
  defaultBackupTtl: number;
  defaultItemOperationTimeout: number;
  defaultCsiSnapshotTimeout: number;
  podVolumeOperationTimeout: number;
  concurrentBackups: number;
  defaultBackupStorageLocation: string;
  defaultVolumesToFsBackup: boolean;
  defaultSnapshotMoveData: boolean;
  scheduleSkipImmediately: boolean;
  pace: Pace;
}

export interface ServerPlugin {
  kind: 'ObjectStore' | 'VolumeSnapshotter';
  name: string;
}

/** How long the work itself takes here, in ms: a real server takes what it takes. */
export interface Pace {
  /** A backup or restore that holds nothing. */
  base: number;
  item: number;
  /** Bytes per ms at which volumes' data moves. */
  bytesPerMs: number;
}

/** The loops whose period is fixed in Velero's source. */
export const SCHEDULE_SYNC_PERIOD = MINUTE;
export const DOWNLOAD_REQUEST_SYNC_PERIOD = MINUTE;
export const QUEUE_RECHECK_PERIOD = MINUTE;
/** pkg/persistence/object_store.go, DownloadURLTTL. */
export const DOWNLOAD_URL_TTL = 10 * MINUTE;
/** pkg/controller/server_status_request_controller.go, ttl. */
export const STATUS_REQUEST_TTL = MINUTE;
/** pkg/controller/backup_deletion_controller.go, deleteBackupRequestMaxAge. */
export const DELETE_REQUEST_MAX_AGE = 24 * HOUR;

export const DEFAULT_SERVER_CONFIG: ServerConfig = {
  namespace: 'velero',
  version: NEWEST_VELERO,
  enableCsi: true,
  plugins: [
    { kind: 'ObjectStore', name: 'velero.io/aws' },
    { kind: 'VolumeSnapshotter', name: 'velero.io/aws' },
  ],
  backupSyncPeriod: MINUTE,
  storeValidationFrequency: MINUTE,
  garbageCollectionFrequency: HOUR,
  itemOperationSyncFrequency: 10 * SECOND,
  defaultBackupTtl: 720 * HOUR,
  defaultItemOperationTimeout: 4 * HOUR,
  defaultCsiSnapshotTimeout: 10 * MINUTE,
  podVolumeOperationTimeout: 4 * HOUR,
  concurrentBackups: 1,
  defaultBackupStorageLocation: 'default',
  defaultVolumesToFsBackup: false,
  defaultSnapshotMoveData: false,
  scheduleSkipImmediately: false,
  pace: { base: 2 * SECOND, item: 5, bytesPerMs: 200_000 },
};
