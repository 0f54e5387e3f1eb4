import { compareKeys, SortKey } from '../fleet';

/** Ascending or descending. */
export type Order = 'asc' | 'desc';

/** Part of a list, and how long the list is. */
export interface Slice<R> {
  rows: R[];
  total: number;
}

interface PageOptions {
  offset: number;
  limit: number;
  order: Order;
}

/**
 * Takes a page out of rows that are in ascending order, those without a key
 * first. They come last on the page, whichever the order.
 */
export function sliceSorted<R>(
  rows: readonly R[],
  key: SortKey<R>,
  { offset, limit, order }: PageOptions,
): Slice<R> {
  const total = rows.length;
  const first = order === 'asc' ? firstWithKey(rows, key) : 0;
  const at = (place: number) =>
    order === 'asc' ? rows[(first + place) % total] : rows[total - 1 - place];
  const count = Math.max(0, Math.min(limit, total - offset));
  return {
    rows: Array.from({ length: count }, (_, i) => at(offset + i)),
    total,
  };
}

/**
 * Sorts and pages a list that is small enough to be sorted for each answer.
 * The order is that of the first key; further ones, ascending, decide between
 * equals.
 */
export function slice<R>(
  rows: R[],
  [key, ...further]: [SortKey<R>, ...Array<SortKey<R>>],
  { offset, limit, order }: PageOptions,
): Slice<R> {
  const compare = (a: R, b: R) => {
    let difference = compareInOrder(key(a), key(b), order);
    for (let i = 0; difference === 0 && i < further.length; i++) {
      difference = compareKeys(further[i](a), further[i](b));
    }
    return difference;
  };
  const sorted = [...rows].sort(compare);
  return { rows: sorted.slice(offset, offset + limit), total: sorted.length };
}

/** Undefined last, whichever the order. */
function compareInOrder<K extends string | number>(
  a: K | undefined,
  b: K | undefined,
  order: Order,
): number {
  return order === 'asc' && a !== undefined && b !== undefined
    ? compareKeys(a, b)
    : compareKeys(b, a);
}

function firstWithKey<R>(rows: readonly R[], key: SortKey<R>): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (key(rows[middle]) === undefined) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
