import { Row } from '../records';
import { SortedRows, SortKey } from './SortedRows';
import { Table } from './Table';

/** A question about a table. */
export interface Query<R> {
  /** Equal for questions that have the same answer, now and after changes. */
  key: string;
  sort: SortKey<R>;
  /** Has to give the same answer for a row whenever it is asked. */
  fits(row: R): boolean;
}

interface Standing<R extends Row> {
  fits(row: R): boolean;
  rows: SortedRows<R>;
}

/** A list of 100,000 rows takes 1 MB. */
const MAX_STANDING = 32;

/**
 * Answers to the questions that were asked last, kept up to date. Pages ask
 * the same few questions again after each change; only the first time is every
 * row looked at.
 */
export class StandingQueries<R extends Row> {
  readonly #table: Table<R>;
  /** The one that was not asked for longest comes first. */
  readonly #standing = new Map<string, Standing<R>>();

  constructor(table: Table<R>) {
    this.#table = table;
    table.listen({
      added: row => this.#tell(row, 'add'),
      removed: row => this.#tell(row, 'remove'),
    });
  }

  /** The rows that fit, in ascending order. Not to be changed or kept. */
  rows(query: Query<R>): readonly R[] {
    const standing = this.#standing.get(query.key) ?? this.#ask(query);
    this.#standing.delete(query.key);
    this.#standing.set(query.key, standing);
    if (this.#standing.size > MAX_STANDING) {
      const [oldest] = this.#standing.keys();
      this.#standing.delete(oldest);
    }
    return standing.rows.rows();
  }

  #ask({ sort, fits }: Query<R>): Standing<R> {
    const all = this.#table.sortedBy(sort).rows();
    return { fits, rows: new SortedRows(sort, all.filter(fits)) };
  }

  #tell(row: R, change: 'add' | 'remove'): void {
    for (const { fits, rows } of this.#standing.values()) {
      if (fits(row)) {
        rows[change](row);
      }
    }
  }
}
