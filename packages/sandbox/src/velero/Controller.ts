import { Cancel } from '../clock';
import { KubeObject, StatusError } from '../kubernetes';
import { messageOf } from './errors';
import { Change } from './Informers';
import { VeleroContext } from './VeleroContext';
import { VeleroKind } from './VeleroApi';

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 1_000_000;

/**
 * One of Velero's reconcilers: hears of changes, works off names one at a
 * time, and tries again, ever more slowly, what threw. Nothing of it is left
 * waiting after `stop`, as when the server is killed.
 */
export abstract class Controller {
  readonly #stops: Cancel[] = [];
  readonly #loops: Array<() => Cancel> = [];
  #loopStops: Cancel[] = [];
  readonly #queued = new Set<string>();
  readonly #failures = new Map<string, number>();
  #stopped = false;

  constructor(protected readonly context: VeleroContext) {}

  /** Says what it listens to and waits for. */
  abstract start(): void;

  /**
   * Brings one object nearer to what its spec asks for; says, or throws, when
   * it is to be tried again.
   */
  protected abstract reconcile(name: string): void | 'retry';

  stop(): void {
    this.#stopped = true;
    [...this.#stops, ...this.#loopStops].forEach(stop => stop());
  }

  /** Waits anew for what comes periodically, after periods changed. */
  rearm(): void {
    this.#loopStops.forEach(stop => stop());
    this.#loopStops = this.#loops.map(loop => loop());
  }

  protected enqueue(name: string): void {
    if (this.#queued.has(name)) {
      return;
    }
    this.#queued.add(name);
    this.later(0, () => {
      this.#queued.delete(name);
      this.#attempt(name);
    });
  }

  /** Enqueues what changed in a way that concerns this controller. */
  protected follow<T extends KubeObject>(
    kind: VeleroKind<T>,
    concerns: (change: Change<T>) => boolean = () => true,
  ): void {
    this.listen(kind, change => {
      if (concerns(change)) {
        this.enqueue(change.object.metadata.name);
      }
    });
  }

  protected listen<T extends KubeObject>(
    kind: VeleroKind<T>,
    hear: (change: Change<T>) => void,
  ): void {
    this.context.informers.listen(kind, change => {
      if (!this.#stopped) {
        hear(change);
      }
    });
  }

  protected every(period: () => number, task: () => void): void {
    const loop = () => this.context.clock.every(period, task);
    this.#loops.push(loop);
    this.#loopStops.push(loop());
  }

  protected later(ms: number, task: () => void): void {
    const { clock } = this.context;
    const cancel = clock.after(ms, () => {
      this.#stops.splice(this.#stops.indexOf(cancel), 1);
      if (!this.#stopped) {
        task();
      }
    });
    this.#stops.push(cancel);
  }

  /** Does something to an object that may have been deleted by now. */
  protected unlessGone(task: () => void): void {
    try {
      task();
    } catch (error) {
      if (!isGone(error)) {
        throw error;
      }
    }
  }

  #attempt(name: string): void {
    try {
      if (this.reconcile(name) !== 'retry') {
        this.#failures.delete(name);
        return;
      }
    } catch (error) {
      messageOf(error);
      if (isGone(error)) {
        // Gone while it was worked on: nothing is left to do.
        this.#failures.delete(name);
        return;
      }
    }
    const failures = this.#failures.get(name) ?? 0;
    this.#failures.set(name, failures + 1);
    const wait = Math.min(FIRST_RETRY_MS * 2 ** failures, LAST_RETRY_MS);
    this.later(wait, () => this.enqueue(name));
  }
}

function isGone(error: unknown): boolean {
  return error instanceof StatusError && error.code === 404;
}
