import { timestamp } from '../../clock';
import { Controller } from '../Controller';

const FINAL: Record<string, string> = {
  Finalizing: 'Completed',
  FinalizingPartiallyFailed: 'PartiallyFailed',
};

/**
 * Ends restores whose work is done.
 * Source: Velero 1.18.2, pkg/controller/restore_finalizer_controller.go.
 */
export class RestoreFinalizerController extends Controller {
  start(): void {
    this.follow(
      this.context.api.restores,
      ({ type, object }) =>
        type !== 'deleted' && (object.status?.phase ?? '') in FINAL,
    );
  }

  protected reconcile(name: string): void {
    const { api, clock } = this.context;
    const phase = FINAL[api.restores.get(name)?.status?.phase ?? ''];
    if (phase) {
      api.restores.patchStatus(name, {
        phase,
        completionTimestamp: timestamp(clock.now()),
      });
    }
  }
}
