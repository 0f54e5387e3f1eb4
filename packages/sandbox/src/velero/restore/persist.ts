import { VeleroError } from '../errors';
import { BackupStore } from '../persistence/BackupStore';
import { VeleroContext } from '../VeleroContext';
import { countOf, RestoreWork } from './RestoreWork';

/**
 * Writes the files of a restore that has done its work, and lets it go on: to
 * wait for its volumes' data, or to be finalized.
 * Source: Velero 1.18.2, pkg/controller/restore_controller.go, runValidatedRestore.
 *
 * @throws when the location cannot be written to
 */
export function persistRestore(
  work: RestoreWork,
  context: VeleroContext,
): void {
  const { api } = context;
  const location = api.storageLocations.get(work.backup.spec.storageLocation!);
  if (!location) {
    throw new VeleroError(
      `error setting up backup store to persist log and results files: backupstoragelocations.velero.io "${work.backup.spec.storageLocation}" not found`,
    );
  }
  const store = new BackupStore(context, location);
  const { name, errors, warnings } = work;
  store.putRestoreFile(name, 'logs', () => work.log.file());
  store.putRestoreJson(name, 'results', { errors, warnings });
  store.putRestoreJson(name, 'resourceList', work.resourceList());
  store.putRestoreJson(name, 'volumeInfos', work.restoredVolumes);
  store.putRestoreJson(name, 'itemOperations', [...work.dataDownloads]);
  const errorCount = countOf(errors);
  const base =
    work.dataDownloads.size > 0 ? 'WaitingForPluginOperations' : 'Finalizing';
  api.restores.patchStatus(name, {
    phase: errorCount > 0 ? `${base}PartiallyFailed` : base,
    progress: {
      totalItems: work.count || undefined,
      itemsRestored: work.count || undefined,
    },
    hookStatus: {},
    // Go's omitempty: a zero is not written
    errors: errorCount || undefined,
    warnings: countOf(warnings) || undefined,
    restoreItemOperationsAttempted: work.dataDownloads.size || undefined,
  });
}
