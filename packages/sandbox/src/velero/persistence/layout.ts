/** Every file that Velero keeps of a backup, but its metadata. */
export type BackupFile =
  | 'contents'
  | 'logs'
  | 'podVolumeBackups'
  | 'volumeSnapshots'
  | 'itemOperations'
  | 'resourceList'
  | 'csiVolumeSnapshots'
  | 'csiVolumeSnapshotContents'
  | 'csiVolumeSnapshotClasses'
  | 'results'
  | 'volumeInfos';

/** Every file that Velero keeps of a restore. */
export type RestoreFile =
  | 'logs'
  | 'results'
  | 'resourceList'
  | 'itemOperations'
  | 'volumeInfos';

const BACKUP_FILES: Record<BackupFile, string> = {
  contents: '.tar.gz',
  logs: '-logs.gz',
  podVolumeBackups: '-podvolumebackups.json.gz',
  volumeSnapshots: '-volumesnapshots.json.gz',
  itemOperations: '-itemoperations.json.gz',
  resourceList: '-resource-list.json.gz',
  csiVolumeSnapshots: '-csi-volumesnapshots.json.gz',
  csiVolumeSnapshotContents: '-csi-volumesnapshotcontents.json.gz',
  csiVolumeSnapshotClasses: '-csi-volumesnapshotclasses.json.gz',
  results: '-results.gz',
  volumeInfos: '-volumeinfo.json.gz',
};

const RESTORE_FILES: Record<RestoreFile, (name: string) => string> = {
  logs: name => `restore-${name}-logs.gz`,
  results: name => `restore-${name}-results.gz`,
  resourceList: name => `restore-${name}-resource-list.json.gz`,
  itemOperations: name => `restore-${name}-itemoperations.json.gz`,
  volumeInfos: name => `${name}-volumeinfo.json.gz`,
};

const BACKUP_TARGETS: Record<string, BackupFile> = {
  BackupLog: 'logs',
  BackupContents: 'contents',
  BackupVolumeSnapshots: 'volumeSnapshots',
  BackupItemOperations: 'itemOperations',
  BackupResourceList: 'resourceList',
  BackupResults: 'results',
  CSIBackupVolumeSnapshots: 'csiVolumeSnapshots',
  CSIBackupVolumeSnapshotContents: 'csiVolumeSnapshotContents',
  BackupVolumeInfos: 'volumeInfos',
};

const RESTORE_TARGETS: Record<string, RestoreFile> = {
  RestoreLog: 'logs',
  RestoreResults: 'results',
  RestoreResourceList: 'resourceList',
  RestoreItemOperations: 'itemOperations',
  RestoreVolumeInfo: 'volumeInfos',
};

/**
 * Where Velero keeps what under a location's prefix.
 * Source: Velero 1.18.2, pkg/persistence/object_store_layout.go.
 */
export class ObjectStoreLayout {
  readonly root: string;

  constructor(prefix = '') {
    const trimmed = prefix.replace(/^\/+|\/+$/g, '');
    this.root = trimmed ? `${trimmed}/` : '';
  }

  get backups(): string {
    return `${this.root}backups/`;
  }

  backup(name: string): string {
    return `${this.backups}${name}/`;
  }

  restore(name: string): string {
    return `${this.root}restores/${name}/`;
  }

  metadata(backup: string): string {
    return `${this.backup(backup)}velero-backup.json`;
  }

  backupFile(backup: string, file: BackupFile): string {
    return `${this.backup(backup)}${backup}${BACKUP_FILES[file]}`;
  }

  restoreFile(restore: string, file: RestoreFile): string {
    return `${this.restore(restore)}${RESTORE_FILES[file](restore)}`;
  }

  /** What a DownloadRequest's kind means (object_store.go, GetDownloadURL). */
  target(kind: string, name: string): string | undefined {
    const backupFile = BACKUP_TARGETS[kind];
    if (backupFile) {
      return this.backupFile(name, backupFile);
    }
    const restoreFile = RESTORE_TARGETS[kind];
    return restoreFile && this.restoreFile(name, restoreFile);
  }
}

/** Whether a DownloadRequest names a restore rather than a backup. */
export function isRestoreTarget(kind: string): boolean {
  return kind in RESTORE_TARGETS;
}
