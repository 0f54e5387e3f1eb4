import { namespacesInScope } from '@appgear/backstage-plugin-velero-common';
import { Controller } from '../Controller';
import { Change } from '../Informers';
import { QUEUE_RECHECK_PERIOD } from '../ServerConfig';
import { Backup } from '../VeleroApi';

const WAITING = new Set(['Queued', 'ReadyToStart', 'InProgress']);

/**
 * Lines backups up, and lets them start: as many at once as the server may
 * run, and never two of the same namespace.
 * Source: Velero 1.18.2, pkg/controller/backup_queue_controller.go.
 */
export class BackupQueueController extends Controller {
  /** The backups that wait or run, most of the time none: phases by name. */
  readonly #unended = new Map<string, string>();

  start(): void {
    const { backups } = this.context.api;
    this.listen(backups, change => {
      const { phase } = change.object.status ?? {};
      this.#note(change);
      if (change.type !== 'deleted' && (!phase || phase === 'New')) {
        this.enqueue(change.object.metadata.name);
      } else if (this.#makesRoom(change)) {
        this.#recheck();
      }
    });
    this.every(
      () => QUEUE_RECHECK_PERIOD,
      () => this.#recheck(),
    );
  }

  protected reconcile(name: string): void {
    const { backups } = this.context.api;
    const backup = backups.get(name);
    const { phase } = backup?.status ?? {};
    if (!backup) {
      return;
    }
    if (!phase || phase === 'New') {
      const last = this.#queue().at(-1)?.status?.queuePosition ?? 0;
      backups.patchStatus(name, { phase: 'Queued', queuePosition: last + 1 });
    } else if (phase === 'Queued' && this.#mayStart(backup)) {
      this.#dequeue(backup);
    }
  }

  #makesRoom({ type, object, before }: Change<Backup>): boolean {
    const { phase } = object.status ?? {};
    const { tracker, config } = this.context;
    return (
      type === 'updated' &&
      ((before?.phase === 'InProgress' && phase !== 'InProgress') ||
        (before?.phase !== 'Queued' &&
          phase === 'Queued' &&
          tracker.running < config.concurrentBackups))
    );
  }

  #note({ type, object }: Change<Backup>): void {
    const { phase = '' } = object.status ?? {};
    if (type !== 'deleted' && WAITING.has(phase)) {
      this.#unended.set(object.metadata.name, phase);
    } else {
      this.#unended.delete(object.metadata.name);
    }
  }

  #recheck(): void {
    for (const [name, phase] of this.#unended) {
      if (phase === 'Queued') {
        this.enqueue(name);
      }
    }
  }

  #waiting(): Backup[] {
    return [...this.#unended.keys()].flatMap(
      name => this.context.api.backups.get(name) ?? [],
    );
  }

  #queue(): Backup[] {
    return this.#waiting()
      .filter(({ status }) => status?.phase === 'Queued')
      .sort((a, b) => positionOf(a) - positionOf(b));
  }

  #mayStart(backup: Backup): boolean {
    const { tracker, config } = this.context;
    if (tracker.running >= config.concurrentBackups) {
      return false;
    }
    const earlier = this.#waiting().filter(
      other => positionOf(other) < positionOf(backup),
    );
    return (
      !this.#conflicts(backup, earlier) &&
      !earlier.some(
        other =>
          other.status?.phase === 'Queued' && !this.#conflicts(other, earlier),
      )
    );
  }

  /** Whether one that goes first takes in a namespace of this one. */
  #conflicts(backup: Backup, others: readonly Backup[]): boolean {
    const own = new Set(this.#namespacesOf(backup));
    return others.some(
      other =>
        !(
          other.status?.phase === 'Queued' &&
          positionOf(other) >= positionOf(backup)
        ) && this.#namespacesOf(other).some(namespace => own.has(namespace)),
    );
  }

  #namespacesOf({ spec }: Backup): string[] {
    const { cluster, config } = this.context;
    const namespaces = cluster.list('namespaces').map(({ metadata }) => ({
      name: metadata.name,
      labels: metadata.labels,
    }));
    return namespacesInScope(spec, namespaces, config.version);
  }

  #dequeue({ metadata }: Backup): void {
    const { api, tracker } = this.context;
    tracker.addReadyToStart(metadata.name);
    api.backups.patchStatus(metadata.name, {
      phase: 'ReadyToStart',
      queuePosition: undefined,
    });
    this.#queue().forEach((queued, index) => {
      if (positionOf(queued) !== index + 1) {
        api.backups.patchStatus(queued.metadata.name, {
          queuePosition: index + 1,
        });
      }
    });
  }
}

/** Backups that run have none, and come first. */
function positionOf({ status }: Backup): number {
  return status?.queuePosition ?? 0;
}
