import { messageOf } from '../errors';
import { Controller } from '../Controller';
import { labelValue } from '../labels';
import { BackupStore } from '../persistence/BackupStore';
import { DELETE_REQUEST_MAX_AGE } from '../ServerConfig';
import { Backup, DeleteBackupRequest, Restore } from '../VeleroApi';

/** How long a deletion waits for the backup's restores to go. */
const RESTORES_TIMEOUT_MS = 60_000;
const POLL_MS = 1_000;

const BACKUP_NAME = 'velero.io/backup-name';
const BACKUP_UID = 'velero.io/backup-uid';

/**
 * Deletes a backup for good: its files, its restores, itself.
 * Source: Velero 1.18.2, pkg/controller/backup_deletion_controller.go.
 */
export class BackupDeletionController extends Controller {
  start(): void {
    const { deleteRequests } = this.context.api;
    this.follow(deleteRequests, ({ type }) => type === 'created');
    this.every(
      () => this.context.config.garbageCollectionFrequency,
      () =>
        deleteRequests.list().forEach(each => this.enqueue(each.metadata.name)),
    );
  }

  protected reconcile(name: string): void {
    const { api, clock } = this.context;
    const request = api.deleteRequests.get(name);
    if (!request) {
      return;
    }
    const { phase } = request.status ?? {};
    if (phase === 'Processed' || phase === 'InProgress') {
      const age =
        clock.now().getTime() - Date.parse(request.metadata.creationTimestamp);
      if (age >= DELETE_REQUEST_MAX_AGE) {
        api.deleteRequests.delete(name);
      }
      return;
    }
    this.#replaceOlder(request);
    const problem = this.#problemOf(request);
    if (problem) {
      this.#end(name, [problem]);
      return;
    }
    this.#process(request, api.backups.get(request.spec.backupName)!);
  }

  #problemOf({ spec }: DeleteBackupRequest): string | undefined {
    const { api, tracker } = this.context;
    if (!spec.backupName) {
      return 'spec.backupName is required';
    }
    if (tracker.contains(spec.backupName)) {
      return 'backup is still in progress';
    }
    const backup = api.backups.get(spec.backupName);
    if (!backup) {
      return 'backup not found';
    }
    const { storageLocation = '' } = backup.spec;
    const location = api.storageLocations.get(storageLocation);
    if (!location) {
      return `backup storage location ${storageLocation} not found`;
    }
    const refusal = `cannot delete backup because backup storage location ${storageLocation} is currently in`;
    if (location.spec.accessMode === 'ReadOnly') {
      return `${refusal} read-only mode`;
    }
    return location.status?.phase === 'Available'
      ? undefined
      : `${refusal} Unavailable state`;
  }

  #process({ metadata }: DeleteBackupRequest, backup: Backup): void {
    const { api } = this.context;
    const { name, uid } = backup.metadata;
    api.deleteRequests.modify(metadata.name, request => {
      request.status = { ...request.status, phase: 'InProgress' };
      request.metadata.labels = {
        [BACKUP_NAME]: labelValue(name),
        [BACKUP_UID]: uid,
        ...request.metadata.labels,
      };
    });
    api.backups.patchStatus(name, { phase: 'Deleting' });
    try {
      const location = api.storageLocations.get(backup.spec.storageLocation!)!;
      new BackupStore(this.context, location).deleteBackup(name);
    } catch (error) {
      this.#end(metadata.name, [messageOf(error)]);
      return;
    }
    this.#restoresOf(name).forEach(restore =>
      api.restores.delete(restore.metadata.name),
    );
    this.#deleteWhenAlone(metadata.name, backup, RESTORES_TIMEOUT_MS);
  }

  /** Restores go first: their own finalizer takes their files away. */
  #deleteWhenAlone(request: string, backup: Backup, patience: number): void {
    const { api } = this.context;
    const { name } = backup.metadata;
    if (this.#restoresOf(name).length > 0) {
      if (patience > 0) {
        this.later(POLL_MS, () =>
          this.#deleteWhenAlone(request, backup, patience - POLL_MS),
        );
      } else {
        this.#end(request, [
          'error deleting restore: context deadline exceeded',
        ]);
      }
      return;
    }
    if (api.backups.get(name)) {
      api.backups.delete(name);
    }
    this.#requestsFor(backup.metadata).forEach(({ metadata }) =>
      api.deleteRequests.delete(metadata.name),
    );
  }

  #end(request: string, errors: string[]): void {
    const { deleteRequests } = this.context.api;
    if (deleteRequests.get(request)) {
      deleteRequests.patchStatus(request, { phase: 'Processed', errors });
    }
  }

  #restoresOf(backup: string): Restore[] {
    return this.context.api.restores
      .list()
      .filter(({ spec }) => spec?.backupName === backup);
  }

  #replaceOlder({ metadata, spec }: DeleteBackupRequest): void {
    const { deleteRequests } = this.context.api;
    for (const other of deleteRequests.list()) {
      if (
        other.metadata.name !== metadata.name &&
        other.metadata.labels?.[BACKUP_NAME] === labelValue(spec.backupName)
      ) {
        deleteRequests.delete(other.metadata.name);
      }
    }
  }

  #requestsFor({ name, uid }: Backup['metadata']): DeleteBackupRequest[] {
    return this.context.api.deleteRequests
      .list()
      .filter(
        ({ metadata }) =>
          metadata.labels?.[BACKUP_NAME] === labelValue(name) &&
          metadata.labels?.[BACKUP_UID] === uid,
      );
  }
}
