import { Row } from '../records';
import { SortedRows, SortKey } from './SortedRows';

/**
 * Told of every change, one row at a time. Of removals, those who came last
 * are told first: they may still ask those who came before about the row.
 */
export interface TableListener<R> {
  added?(row: R): void;
  removed?(row: R): void;
}

/** All rows of one kind, of all clusters. */
export class Table<R extends Row> {
  readonly #clusters = new Map<string, Map<string, R>>();
  readonly #listeners: Array<TableListener<R>> = [];
  readonly #sorted = new Map<SortKey<R>, SortedRows<R>>();
  readonly #settling = new Set<SortedRows<R>>();
  readonly #versions = new Map<string, number>();
  #size = 0;
  #version = 0;

  /** Rises with each change. */
  get version(): number {
    return this.#version;
  }

  /** Rises with each change of a cluster's rows. */
  versionOf(cluster: string): number {
    return this.#versions.get(cluster) ?? 0;
  }

  get size(): number {
    return this.#size;
  }

  get(cluster: string, name: string): R | undefined {
    return this.#clusters.get(cluster)?.get(name);
  }

  of(cluster: string): Iterable<R> {
    return this.#clusters.get(cluster)?.values() ?? [];
  }

  count(cluster: string): number {
    return this.#clusters.get(cluster)?.size ?? 0;
  }

  *[Symbol.iterator](): Iterator<R> {
    for (const rows of this.#clusters.values()) {
      yield* rows.values();
    }
  }

  /** Kept in order from the first call on, so `key` has to be the same function each time. */
  sortedBy(key: SortKey<R>): SortedRows<R> {
    let sorted = this.#sorted.get(key);
    if (!sorted) {
      sorted = new SortedRows(key);
      this.#sorted.set(key, sorted);
      const rows = sorted;
      this.listen({
        added: row => rows.add(row),
        removed: row => rows.remove(row),
      });
    }
    return sorted;
  }

  /** Tells of all rows there are, and then of changes. */
  listen(listener: TableListener<R>): void {
    this.#listeners.push(listener);
    for (const row of this) {
      listener.added?.(row);
    }
  }

  /**
   * Works many changes in, list by list, so that no reader has to wait for it.
   * What comes before it is a list's turn is worked in with the rest.
   *
   * @param run - runs a job of some milliseconds when it is its turn
   */
  settle(run: (job: () => void) => void): void {
    for (const sorted of this.#sorted.values()) {
      if (!this.#settling.has(sorted)) {
        this.#settling.add(sorted);
        run(() => {
          this.#settling.delete(sorted);
          sorted.rows();
        });
      }
    }
  }

  replace(cluster: string, rows: R[]): void {
    const old = this.#clusters.get(cluster) ?? new Map<string, R>();
    this.#clusters.set(cluster, new Map());
    this.#size -= old.size;
    for (const row of old.values()) {
      this.#tellRemoved(row);
    }
    rows.forEach(row => this.put(row));
    this.#touch(cluster);
  }

  put(row: R): void {
    this.remove(row.cluster, row.name);
    let rows = this.#clusters.get(row.cluster);
    if (!rows) {
      rows = new Map();
      this.#clusters.set(row.cluster, rows);
    }
    rows.set(row.name, row);
    this.#size++;
    this.#touch(row.cluster);
    this.#listeners.forEach(listener => listener.added?.(row));
  }

  remove(cluster: string, name: string): void {
    const row = this.get(cluster, name);
    if (row) {
      this.#clusters.get(cluster)!.delete(name);
      this.#size--;
      this.#touch(cluster);
      this.#tellRemoved(row);
    }
  }

  #tellRemoved(row: R): void {
    for (let i = this.#listeners.length - 1; i >= 0; i--) {
      this.#listeners[i].removed?.(row);
    }
  }

  #touch(cluster: string): void {
    this.#version++;
    this.#versions.set(cluster, this.versionOf(cluster) + 1);
  }
}
