import { Controller } from '../Controller';
import { Restore } from '../VeleroApi';

const WAITING = new Set([
  'WaitingForPluginOperations',
  'WaitingForPluginOperationsPartiallyFailed',
]);
const ENDED = new Set(['Completed', 'Failed', 'Canceled']);

/**
 * Looks again and again how far the data is that restores wait for.
 * Source: Velero 1.18.2, pkg/controller/restore_operations_controller.go.
 */
export class RestoreOperationsController extends Controller {
  readonly #waiting = new Set<string>();

  start(): void {
    const { api, config } = this.context;
    this.listen(api.restores, ({ type, object }) => {
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
    const { restores } = this.context.api;
    const restore = restores.get(name);
    if (!restore || !WAITING.has(restore.status?.phase ?? '')) {
      return;
    }
    const phases = this.#downloadsOf(restore);
    const failed = phases.filter(
      phase => phase === 'Failed' || phase === 'Canceled',
    ).length;
    const isPartial =
      failed > 0 || !!restore.status?.phase?.includes('PartiallyFailed');
    const isOver = phases.every(phase => ENDED.has(phase));
    const base = isOver ? 'Finalizing' : 'WaitingForPluginOperations';
    restores.patchStatus(name, {
      phase: isPartial ? `${base}PartiallyFailed` : base,
      ...(isOver && failed
        ? { errors: (restore.status?.errors ?? 0) + failed }
        : {}),
      restoreItemOperationsCompleted:
        phases.filter(phase => phase === 'Completed').length || undefined,
      restoreItemOperationsFailed: failed || undefined,
    });
  }

  #downloadsOf({ metadata }: Restore): string[] {
    return this.context.api.dataDownloads
      .list()
      .filter(
        download =>
          download.metadata.labels?.['velero.io/restore-uid'] === metadata.uid,
      )
      .map(({ status }) => status?.phase ?? '');
  }
}
