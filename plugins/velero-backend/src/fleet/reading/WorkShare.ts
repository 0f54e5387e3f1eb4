import { setImmediate as turn } from 'node:timers/promises';

const SLICE_MS = 5;

interface Job {
  rank: number;
  run(): void;
}

/**
 * Shares the thread between everything that parses lists: after a few
 * milliseconds of it, requests and watches get their turn. Fifty clusters that
 * answer at once would else block the portal for a second.
 */
export class WorkShare {
  readonly #jobs: Job[] = [];
  readonly #nextTurn: () => Promise<void>;
  #scheduled = false;

  /** @param nextTurn - resolves when the next few milliseconds may be taken */
  constructor(nextTurn: () => Promise<void> = () => turn()) {
    this.#nextTurn = nextTurn;
  }

  /**
   * Runs a short job when it is its turn; errors are the job's own.
   *
   * @param rank - lower goes first, so that the first cluster is shown long
   *   before the last one is read
   */
  run<T>(job: () => T, rank: number = Infinity): Promise<T> {
    return new Promise((resolve, reject) => {
      const run = () => {
        try {
          resolve(job());
        } catch (error) {
          reject(error);
        }
      };
      this.#jobs.push({ rank, run });
      this.#schedule();
    });
  }

  #schedule(): void {
    if (!this.#scheduled) {
      this.#scheduled = true;
      void this.#nextTurn().then(() => this.#work());
    }
  }

  #work(): void {
    const until = performance.now() + SLICE_MS;
    do {
      this.#takeNext()?.run();
    } while (this.#jobs.length > 0 && performance.now() < until);
    this.#scheduled = false;
    if (this.#jobs.length > 0) {
      this.#schedule();
    }
  }

  #takeNext(): Job | undefined {
    let next = 0;
    for (let i = 1; i < this.#jobs.length; i++) {
      if (this.#jobs[i].rank < this.#jobs[next].rank) {
        next = i;
      }
    }
    return this.#jobs.splice(next, 1)[0];
  }
}
