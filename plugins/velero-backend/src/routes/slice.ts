import { compareKeys, SortKey } from '../fleet';

/** Ascending or descending. */
export type Order = 'asc' | 'desc';

/** Part of a list, and how long the list is. */
export interface Slice<R> {
  rows: R[];
  total: number;
}

/**
 * Takes a page out of rows that are in ascending order, those without a key
 * first. They come last on the page, whichever the order.
 */
export function sliceSorted<R>(
  rows: readonly R[],
  key: (row: R) => unknown,
  fits: (row: R) => boolean,
  { offset, limit, order }: { offset: number; limit: number; order: Order },
): Slice<R> {
  const page: R[] = [];
  let total = 0;
  const visit = (row: R) => {
    if (fits(row)) {
      if (total >= offset && page.length < limit) {
        page.push(row);
      }
      total++;
    }
  };
  if (order === 'desc') {
    for (let i = rows.length - 1; i >= 0; i--) {
      visit(rows[i]);
    }
  } else {
    const first = firstWithKey(rows, key);
    for (let i = first; i < rows.length; i++) {
      visit(rows[i]);
    }
    for (let i = 0; i < first; i++) {
      visit(rows[i]);
    }
  }
  return { rows: page, total };
}

/**
 * Filters, sorts and pages a list that is small enough to be sorted for each
 * answer. The order is that of the first key; further ones, ascending, decide
 * between equals.
 */
export function slice<R>(
  rows: Iterable<R>,
  [key, ...further]: [SortKey<R>, ...Array<SortKey<R>>],
  fits: (row: R) => boolean,
  { offset, limit, order }: { offset: number; limit: number; order: Order },
): Slice<R> {
  const compare = (a: R, b: R) => {
    let difference = compareInOrder(key(a), key(b), order);
    for (let i = 0; difference === 0 && i < further.length; i++) {
      difference = compareKeys(further[i](a), further[i](b));
    }
    return difference;
  };
  const sorted = [...rows].filter(fits).sort(compare);
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

function firstWithKey<R>(rows: readonly R[], key: (row: R) => unknown): number {
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
