/**
 * How long work may take, which may be stopped earlier. To be cleared when the
 * work has ended, well or not: `AbortSignal.timeout` lives until its time is
 * over, and those of thousands of files that were read in two minutes take
 * tens of megabytes.
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #stop: AbortSignal;
  readonly #timer: NodeJS.Timeout;
  #isOver = false;

  constructor(milliseconds: number, stop: AbortSignal) {
    this.#stop = stop;
    this.#timer = setTimeout(() => {
      this.#isOver = true;
      this.#controller.abort();
    }, milliseconds);
    this.#timer.unref();
    stop.addEventListener('abort', this.#follow);
    if (stop.aborted) {
      this.#follow();
    }
  }

  /** Aborts when the work was stopped, with that reason, or when its time is over. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** It was the time that ended the work. */
  get isOver(): boolean {
    return this.#isOver;
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#stop.removeEventListener('abort', this.#follow);
  }

  readonly #follow = () => {
    this.clear();
    this.#controller.abort(this.#stop.reason);
  };
}
