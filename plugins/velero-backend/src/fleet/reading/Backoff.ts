/** How long to wait after failures: doubled each time, and never in step with others. */
export class Backoff {
  readonly #initial: number;
  readonly #max: number;
  #failures = 0;

  constructor(options: { backoffInitial: number; backoffMax: number }) {
    this.#initial = options.backoffInitial;
    this.#max = options.backoffMax;
  }

  /** Milliseconds to wait after one more failure, at least what the server asks for. */
  next(askedMs: number = 0): number {
    const full = Math.min(this.#max, this.#initial * 2 ** this.#failures++);
    return Math.max(askedMs, full * (0.5 + Math.random() / 2));
  }

  /** The longest wait, for what only a person can mend. */
  longest(): number {
    return this.#max * (0.75 + Math.random() / 4);
  }

  reset(): void {
    this.#failures = 0;
  }
}
