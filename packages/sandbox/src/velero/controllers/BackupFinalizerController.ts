import { timestamp } from '../../clock';
import { finalVolumeInfos } from '../backup/volumes/finalVolumeInfos';
import { isPending, Operation } from '../backup/operations';
import { VolumeInfo } from '../backup/volumes/volumeInfo';
import { Controller } from '../Controller';
import { labelValue } from '../labels';
import { BackupStore } from '../persistence/BackupStore';
import { VeleroContext } from '../VeleroContext';

const FINAL: Record<string, string> = {
  Finalizing: 'Completed',
  FinalizingPartiallyFailed: 'PartiallyFailed',
};

/**
 * Ends backups whose work is done: only then do VolumeInfos say what became of
 * snapshots and moved data.
 * Source: Velero 1.18.2, pkg/controller/backup_finalizer_controller.go.
 */
export class BackupFinalizerController extends Controller {
  start(): void {
    this.follow(
      this.context.api.backups,
      ({ type, object }) =>
        type !== 'deleted' && (object.status?.phase ?? '') in FINAL,
    );
  }

  protected reconcile(name: string): void {
    const { api, clock, tracker } = this.context;
    const backup = api.backups.get(name);
    const phase = FINAL[backup?.status?.phase ?? ''];
    const location =
      backup && api.storageLocations.get(backup.spec.storageLocation ?? '');
    if (!phase || !location) {
      return;
    }
    const store = new BackupStore(this.context, location);
    const operations = backup.status?.backupItemOperationsAttempted
      ? store.backupJson<Operation[]>(name, 'itemOperations')
      : [];
    if (operations.length > 0) {
      const infos = store.backupJson<VolumeInfo[]>(name, 'volumeInfos');
      const final = finalVolumeInfos(infos, operations, api.dataUploads);
      store.putBackupJson(name, 'volumeInfos', () => final);
      deleteSnapshots(name, this.context);
    }
    const ended = api.backups.patchStatus(name, {
      phase,
      completionTimestamp: timestamp(clock.now()),
      csiVolumeSnapshotsCompleted: countSnapshots(operations) || undefined,
    });
    tracker.delete(name);
    store.putMetadata(ended);
  }
}

function countSnapshots(operations: readonly Operation[]): number {
  return operations.filter(
    operation =>
      operation.spec.resourceIdentifier.Resource === 'volumesnapshots' &&
      !isPending(operation) &&
      !operation.status.error,
  ).length;
}

/** The objects go; what they stood for stays with the driver, or was moved. */
function deleteSnapshots(
  backup: string,
  { api, cluster }: VeleroContext,
): void {
  const group = 'snapshot.storage.k8s.io';
  const { store } = api.backups;
  for (const plural of ['volumesnapshots', 'volumesnapshotcontents']) {
    const type = store.resourceType(plural, group);
    const made = cluster
      .list(`${plural}.${group}`)
      .filter(
        ({ metadata }) =>
          metadata.labels?.['velero.io/backup-name'] === labelValue(backup),
      );
    for (const { metadata } of made) {
      store.delete(type!, metadata.name, metadata.namespace);
    }
  }
}
