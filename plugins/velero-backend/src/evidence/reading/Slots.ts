/** Counts what is in flight against a limit, by name. */
export class Slots {
  readonly #limit: number;
  readonly #taken = new Map<string, number>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  isFree(name: string): boolean {
    return (this.#taken.get(name) ?? 0) < this.#limit;
  }

  take(name: string): void {
    this.#taken.set(name, (this.#taken.get(name) ?? 0) + 1);
  }

  free(name: string): void {
    const left = (this.#taken.get(name) ?? 0) - 1;
    if (left > 0) {
      this.#taken.set(name, left);
    } else {
      this.#taken.delete(name);
    }
  }
}
