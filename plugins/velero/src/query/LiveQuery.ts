/** What is known of the answer to a question. */
export interface QueryState<T> {
  /** The last good answer. */
  data?: T;
  /** `data` answers an earlier question; the present one is under way. */
  isStale: boolean;
  /** Why the last attempt failed, until one succeeds. */
  error?: Error;
  /** When `data` was last confirmed, in ms since the epoch. */
  confirmedAt?: number;
}

/** Asks the backend; must reject when the signal aborts. */
export type Load<T> = (signal: AbortSignal) => Promise<T>;

/**
 * One question, asked again as often as things change, that never takes the
 * last good answer off the screen: neither while it asks nor when it fails.
 * Exceptions are an answer that the reader may no longer see, one about what
 * is no longer there, and one to another question when this one fails.
 */
export class LiveQuery<T> {
  #state: QueryState<T> = { isStale: false };
  #question?: { key: string; load: Load<T> };
  #running?: AbortController;
  #askAgain = false;
  readonly #listeners = new Set<() => void>();

  /** Another key is another question; the same one is not asked twice. */
  ask(key: string, load: Load<T>): void {
    if (this.#question?.key === key) {
      return;
    }
    this.stop();
    this.#question = { key, load };
    const { data, confirmedAt } = this.#state;
    this.#set({ data, confirmedAt, isStale: data !== undefined });
    this.#run();
  }

  /**
   * Asks the present question again. A request under way is not cut off, or
   * a busy fleet would starve the page; it is followed by one more.
   */
  refresh(): void {
    if (this.#running) {
      this.#askAgain = true;
    } else {
      this.#run();
    }
  }

  /** For a person who asks again: a failure without an answer goes away. */
  retry(): void {
    if (this.#state.data === undefined) {
      this.#set({ isStale: false });
    }
    this.refresh();
  }

  /** Drops the question and the request under way, and keeps the answer. */
  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#question = undefined;
    this.#askAgain = false;
  }

  readonly getState = (): QueryState<T> => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async #run() {
    if (!this.#question) {
      return;
    }
    const running = new AbortController();
    this.#running = running;
    const next = await this.#question.load(running.signal).then(
      data => ({ data, isStale: false, confirmedAt: Date.now() }),
      error => afterFailure(this.#state, error),
    );
    if (running.signal.aborted) {
      return;
    }
    this.#running = undefined;
    this.#set(next);
    if (this.#askAgain) {
      this.#askAgain = false;
      this.#run();
    }
  }

  #set(state: QueryState<T>) {
    this.#state = state;
    this.#listeners.forEach(listener => listener());
  }
}

function afterFailure<T>(state: QueryState<T>, error: Error): QueryState<T> {
  const { statusCode = 0 } = error as { statusCode?: number };
  const isGone = [401, 403, 404].includes(statusCode);
  return isGone || state.isStale
    ? { isStale: false, error }
    : { ...state, error };
}
