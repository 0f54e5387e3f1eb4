import { parseGoDuration } from '@appgear/backstage-plugin-velero-common';
import { timestamp } from '../../clock';
import { isPending, Operation } from '../backup/operations';
import { Controller } from '../Controller';
import { BackupStore } from '../persistence/BackupStore';
import { Backup } from '../VeleroApi';

const WAITING = new Set([
  'WaitingForPluginOperations',
  'WaitingForPluginOperationsPartiallyFailed',
]);

/**
 * Looks again and again how far the work is that backups left behind, until
 * none of it goes on.
 * Source: Velero 1.18.2, pkg/controller/backup_operations_controller.go.
 */
export class BackupOperationsController extends Controller {
  readonly #waiting = new Set<string>();

  start(): void {
    const { api, config } = this.context;
    this.listen(api.backups, ({ type, object }) => {
      const { name } = object.metadata;
      if (type !== 'deleted' && WAITING.has(object.status?.phase ?? '')) {
        this.#waiting.add(name);
      } else {
        this.#waiting.delete(name);
      }
    });
    this.every(
      () => config.itemOperationSyncFrequency,
      () => this.#waiting.forEach(name => this.enqueue(name)),
    );
  }

  protected reconcile(name: string): void {
    const { backups, storageLocations } = this.context.api;
    const backup = backups.get(name);
    if (!backup || !WAITING.has(backup.status?.phase ?? '')) {
      return;
    }
    const location = storageLocations.get(backup.spec.storageLocation ?? '');
    if (!location || location.spec.accessMode === 'ReadOnly') {
      backups.patchStatus(name, { phase: 'PartiallyFailed' });
      return;
    }
    const store = new BackupStore(this.context, location);
    const operations = store.backupJson<Operation[]>(name, 'itemOperations');
    const ended = operations
      .filter(isPending)
      .filter(operation => this.#progress(operation, backup));
    if (ended.length > 0) {
      const failures = ended.filter(
        ({ status }) => status.operationPhase === 'Failed',
      );
      this.#record(backup, operations, failures, store);
    }
  }

  /** @returns whether the operation ended just now */
  #progress(operation: Operation, backup: Backup): boolean {
    const { status } = operation;
    const outcome = this.#outcomeOf(operation, backup);
    if (outcome === undefined) {
      status.operationPhase = 'InProgress';
      return false;
    }
    status.operationPhase = outcome === 'done' ? 'Completed' : 'Failed';
    status.updated = timestamp(this.context.clock.now());
    status.error = outcome === 'done' ? undefined : outcome;
    return true;
  }

  /** `done`, what went wrong, or undefined while it goes on. */
  #outcomeOf(operation: Operation, backup: Backup): string | undefined {
    const [upload] = operation.spec.postOperationItems.filter(
      ({ Resource }) => Resource === 'datauploads',
    );
    if (!upload) {
      return 'done';
    }
    const { phase, message } =
      this.context.api.dataUploads.get(upload.Name)?.status ?? {};
    if (phase === 'Completed') {
      return 'done';
    }
    if (phase === 'Failed' || phase === 'Canceled') {
      return message || `DataUpload is ${phase.toLowerCase()}`;
    }
    const timeout = parseGoDuration(backup.spec.itemOperationTimeout ?? '4h');
    const started = Date.parse(operation.status.created);
    return this.context.clock.now().getTime() > started + timeout
      ? 'Asynchronous action timed out'
      : undefined;
  }

  #record(
    backup: Backup,
    operations: Operation[],
    failures: Operation[],
    store: BackupStore,
  ): void {
    const { name } = backup.metadata;
    const count = (phase: string) =>
      operations.filter(({ status }) => status.operationPhase === phase).length;
    const errors = (backup.status?.errors ?? 0) + failures.length;
    const isOver = !operations.some(isPending);
    const isPartial =
      failures.length > 0 ||
      !!backup.status?.phase?.includes('PartiallyFailed');
    const base = isOver ? 'Finalizing' : 'WaitingForPluginOperations';
    store.putBackupJson(name, 'itemOperations', () => operations);
    const updated = this.context.api.backups.patchStatus(name, {
      phase: isPartial ? `${base}PartiallyFailed` : base,
      errors: errors || undefined,
      backupItemOperationsCompleted: count('Completed') || undefined,
      backupItemOperationsFailed: count('Failed') || undefined,
    });
    if (isOver) {
      store.putMetadata(updated);
    }
  }
}
