import { timestamp } from '../../clock';
import { KubeObject } from '../../kubernetes';
import { Controller } from '../Controller';
import { VeleroKind } from '../VeleroApi';

/** What the phases of all four kinds of moving data have in common. */
interface Movement extends KubeObject {
  status?: {
    phase?: string;
    startTimestamp?: string | null;
    completionTimestamp?: string | null;
    message?: string;
    progress?: { totalBytes?: number; bytesDone?: number } | null;
  };
}

const STEP_MS = 1_000;
/** How often a movement says how far it is. */
const REPORTS = 4;

/**
 * The node agent's part: data of one volume that moves, through New, Accepted,
 * Prepared and InProgress to Completed, or Canceled when that is asked for.
 * Source: Velero 1.18.2, pkg/controller/{pod_volume_backup,data_upload}_controller.go.
 */
export abstract class DataMovementController<
  T extends Movement,
> extends Controller {
  protected abstract readonly kind: VeleroKind<T>;

  /** How much there is to move, in bytes. */
  protected abstract bytesOf(movement: T): number;

  /** The node that can do it, if one can now. */
  protected abstract nodeFor(movement: T): string | undefined;

  /** Fields of the status that only this kind has, when it has completed. */
  protected abstract outcome(movement: T, bytes: number): T['status'];

  start(): void {
    this.follow(this.kind, ({ type }) => type !== 'deleted');
  }

  protected reconcile(name: string): void {
    const movement = this.kind.get(name);
    const { phase } = movement?.status ?? {};
    if (!movement || phase === 'Completed' || phase === 'Failed') {
      return;
    }
    if (movement.spec.cancel) {
      this.#cancel(name, phase);
      return;
    }
    const node = this.nodeFor(movement);
    if (!node) {
      return;
    }
    switch (phase) {
      case undefined:
      case '':
      case 'New':
        this.#advance(name, 'Accepted', {
          acceptedTimestamp: this.now(),
          node,
        });
        break;
      case 'Accepted':
        this.#advance(name, 'Prepared');
        break;
      case 'Prepared':
        this.#begin(name, this.bytesOf(movement));
        break;
      default:
    }
  }

  protected now(): string {
    return timestamp(this.context.clock.now());
  }

  #advance(name: string, phase: string, fields: object = {}): void {
    this.later(STEP_MS, () => this.#patch(name, { phase, ...fields }));
  }

  #begin(name: string, totalBytes: number): void {
    this.#patch(name, {
      phase: 'InProgress',
      startTimestamp: this.now(),
      progress: { totalBytes, bytesDone: 0 },
    });
    const duration = totalBytes / this.context.config.pace.bytesPerMs;
    for (let report = 1; report < REPORTS; report++) {
      const bytesDone = Math.floor((totalBytes * report) / REPORTS);
      this.later((duration * report) / REPORTS, () =>
        this.#patch(name, { progress: { totalBytes, bytesDone } }),
      );
    }
    this.later(duration, () => this.#complete(name, totalBytes));
  }

  #complete(name: string, totalBytes: number): void {
    const movement = this.kind.get(name);
    if (movement?.status?.phase !== 'InProgress') {
      return;
    }
    this.#patch(name, {
      phase: 'Completed',
      completionTimestamp: this.now(),
      progress: { totalBytes, bytesDone: totalBytes },
      ...this.outcome(movement, totalBytes),
    });
  }

  #cancel(name: string, phase: string | undefined): void {
    if (phase !== 'Canceled') {
      this.#patch(name, {
        phase: 'Canceled',
        completionTimestamp: this.now(),
      });
    }
  }

  /** It may be gone by now, or over. */
  #patch(name: string, fields: object): void {
    const movement = this.kind.get(name);
    if (movement && movement.status?.phase !== 'Canceled') {
      this.kind.patchStatus(name, fields);
    }
  }
}
