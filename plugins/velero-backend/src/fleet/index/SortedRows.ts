import { Row } from '../records';

/** What to sort by; what has none comes first. */
export type SortKey<R> = (row: R) => string | number | undefined;

/** Up to so many changes are worked in one by one. */
const FEW = 8;

/**
 * Rows kept in order while they change. Changes are collected, and worked in
 * when somebody reads: a page of 100,000 backups costs no sorting.
 */
export class SortedRows<R extends Row> {
  readonly #key: SortKey<R>;
  readonly #added = new Set<R>();
  readonly #removed = new Set<R>();
  #rows: R[];
  #version = 0;

  /** @param rows - in order already */
  constructor(key: SortKey<R>, rows: R[] = []) {
    this.#key = key;
    this.#rows = rows;
  }

  /** Rises with each change. */
  get version(): number {
    return this.#version;
  }

  get size(): number {
    return this.#rows.length + this.#added.size - this.#removed.size;
  }

  add(row: R): void {
    this.#version++;
    if (!this.#removed.delete(row)) {
      this.#added.add(row);
    }
  }

  /** The row has to be one that was added. */
  remove(row: R): void {
    this.#version++;
    if (!this.#added.delete(row)) {
      this.#removed.add(row);
    }
  }

  /** Ascending; equal keys by cluster and name. Not to be changed or kept. */
  rows(): readonly R[] {
    if (this.#added.size + this.#removed.size > FEW) {
      this.#merge();
    } else {
      this.#splice();
    }
    this.#added.clear();
    this.#removed.clear();
    return this.#rows;
  }

  #splice(): void {
    for (const row of this.#removed) {
      this.#rows.splice(this.#find(row, 0), 1);
    }
    for (const row of this.#added) {
      this.#rows.splice(this.#find(row, 0), 0, row);
    }
  }

  /** Looks only at rows next to changes; what is in between is copied. */
  #merge(): void {
    const changes = [...this.#added, ...this.#removed].sort(this.#compare);
    const merged: R[] = [];
    let copied = 0;
    for (const row of changes) {
      const at = this.#find(row, copied);
      for (; copied < at; copied++) {
        merged.push(this.#rows[copied]);
      }
      if (this.#removed.has(row)) {
        copied++;
      } else {
        merged.push(row);
      }
    }
    for (; copied < this.#rows.length; copied++) {
      merged.push(this.#rows[copied]);
    }
    this.#rows = merged;
  }

  /**
   * Where the row is, or belongs. Looks further and further on: changes of a
   * cluster that is listed lie close to each other.
   */
  #find(row: R, from: number): number {
    let low = from;
    let high = from;
    for (let step = 1; this.#isBefore(high, row); step *= 2) {
      low = high + 1;
      high += step;
    }
    high = Math.min(high, this.#rows.length);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#isBefore(middle, row)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  #isBefore(index: number, row: R): boolean {
    return (
      index < this.#rows.length && this.#compare(this.#rows[index], row) < 0
    );
  }

  readonly #compare = (a: R, b: R): number =>
    compareKeys(this.#key(a), this.#key(b)) ||
    compareKeys(a.cluster, b.cluster) ||
    compareKeys(a.name, b.name);
}

/** By code units, as Kubernetes sorts names; undefined first. */
export function compareKeys<K extends string | number>(
  a: K | undefined,
  b: K | undefined,
): number {
  if (a === b) {
    return 0;
  }
  if (a === undefined || b === undefined) {
    return a === undefined ? -1 : 1;
  }
  return a < b ? -1 : 1;
}
