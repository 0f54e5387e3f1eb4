import { VeleroError } from '../errors';
import { pack } from '../persistence/archive';
import { BackupStore } from '../persistence/BackupStore';
import { Backup } from '../VeleroApi';
import { VeleroContext } from '../VeleroContext';
import { BackupWork } from './BackupWork';

/**
 * Writes all files of a backup whose objects are saved.
 * Source: Velero 1.18.2, pkg/controller/backup_controller.go, runBackup and persistBackup.
 *
 * @returns the backup as it goes on: to wait for its volumes' data, or to be finalized
 * @throws when the location cannot be written to
 */
export function persistBackup(
  work: BackupWork,
  backup: Backup,
  context: VeleroContext,
): Backup {
  const { name } = work;
  const location = context.api.storageLocations.get(
    backup.spec.storageLocation!,
  );
  if (!location) {
    throw new VeleroError(
      `error getting backup storage location: backupstoragelocations.velero.io "${backup.spec.storageLocation}" not found`,
    );
  }
  const store = new BackupStore(context, location);
  const persisted = { ...backup, status: statusOf(work, backup) };
  const now = context.clock.now();
  // Lists are settled now; bytes are made when somebody reads them.
  const resourceList = work.resourceList();
  const results = work.log.results();
  const podVolumeBackups = [...work.podVolumeBackups].map(each =>
    context.api.podVolumeBackups.get(each),
  );
  store.putBackupFile(name, 'logs', () => work.log.file());
  store.putBackupFile(name, 'contents', () => pack(work.items.values(), now));
  store.putBackupJson(name, 'resourceList', () => resourceList);
  store.putBackupJson(name, 'results', () => results);
  store.putBackupJson(name, 'volumeInfos', () => work.volumeInfos);
  store.putBackupJson(name, 'itemOperations', () => work.operations);
  store.putBackupJson(name, 'podVolumeBackups', () => podVolumeBackups);
  store.putBackupJson(name, 'volumeSnapshots', () => null);
  store.putBackupJson(name, 'csiVolumeSnapshotClasses', () => []);
  store.putMetadata(persisted);
  return persisted;
}

function statusOf(work: BackupWork, { spec, status }: Backup) {
  const { errors, warnings } = work.log;
  const waits = work.operations.length > 0;
  const base = waits ? 'WaitingForPluginOperations' : 'Finalizing';
  const snapshots = spec.snapshotMoveData
    ? 0
    : work.volumeInfos.filter(
        ({ preserveLocalSnapshot }) => preserveLocalSnapshot,
      ).length;
  return {
    ...status,
    phase: errors > 0 ? `${base}PartiallyFailed` : base,
    progress: {
      totalItems: work.count || undefined,
      itemsBackedUp: work.count || undefined,
    },
    // Go's omitempty: a zero is not written
    errors: errors || undefined,
    warnings: warnings || undefined,
    volumeSnapshotsAttempted: work.nativeSnapshots || undefined,
    volumeSnapshotsCompleted: work.nativeSnapshots || undefined,
    csiVolumeSnapshotsAttempted: snapshots || undefined,
    backupItemOperationsAttempted: work.operations.length || undefined,
    hookStatus: {
      hooksAttempted: work.hooksAttempted || undefined,
      hooksFailed: work.hooksFailed || undefined,
    },
  };
}
