const SLICE_MS = 5;

/**
 * Shares the thread between everything that parses lists: after a few
 * milliseconds of it, requests and watches get their turn. Fifty clusters that
 * answer at once would else block the portal for a second.
 */
export class WorkShare {
  readonly #jobs: Array<() => void> = [];
  #scheduled = false;

  /** Runs a short job when it is its turn; errors are the job's own. */
  run<T>(job: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#jobs.push(() => {
        try {
          resolve(job());
        } catch (error) {
          reject(error);
        }
      });
      this.#schedule();
    });
  }

  #schedule(): void {
    if (!this.#scheduled) {
      this.#scheduled = true;
      setImmediate(() => this.#work());
    }
  }

  #work(): void {
    const until = performance.now() + SLICE_MS;
    do {
      this.#jobs.shift()?.();
    } while (this.#jobs.length > 0 && performance.now() < until);
    this.#scheduled = false;
    if (this.#jobs.length > 0) {
      this.#schedule();
    }
  }
}
