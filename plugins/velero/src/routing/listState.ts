/**
 * What a list shows, as it stands in the URL: a link to a list reopens it as
 * it was seen. Pure; `useListState` ties it to the router.
 */

/** Per filter, the values it may take; `'text'` takes any. */
export type FilterSpec = Record<string, readonly string[] | 'text'>;

export type FilterValues<F extends FilterSpec> = {
  [K in keyof F]?: F[K] extends readonly (infer V)[] ? V : string;
};

export type Order = 'asc' | 'desc';

export interface ListSpec<S extends string, F extends FilterSpec> {
  sorts: readonly S[];
  /** What an empty URL means. */
  sort: S;
  order: Order;
  filters: F;
  /** The server does not search this list by text. */
  hasNoSearch?: true;
}

export interface ListState<S extends string, F extends FilterSpec> {
  /** From 1. */
  page: number;
  search: string;
  sort: S;
  order: Order;
  filters: FilterValues<F>;
}

/** A screen or two; every cell costs the thread time, and turning pages is quick. */
export const PAGE_SIZE = 25;

/** Reads what it can and drops the rest: an old link still opens. */
export function parseListState<S extends string, F extends FilterSpec>(
  params: URLSearchParams,
  spec: ListSpec<S, F>,
): ListState<S, F> {
  const sort = spec.sorts.find(known => known === params.get('sort'));
  const order = params.get('order');
  const filters: Record<string, string> = {};
  for (const [name, allowed] of Object.entries(spec.filters)) {
    const value = params.get(name);
    if (value && (allowed === 'text' || allowed.includes(value))) {
      filters[name] = value;
    }
  }
  return {
    page: Math.max(1, Math.floor(Number(params.get('page'))) || 1),
    search: params.get('search') ?? '',
    sort: sort ?? spec.sort,
    order: order === 'asc' || order === 'desc' ? order : spec.order,
    filters: filters as FilterValues<F>,
  };
}

/** Writes what differs from the default, next to what others keep there. */
export function writeListState<S extends string, F extends FilterSpec>(
  params: URLSearchParams,
  state: ListState<S, F>,
  spec: ListSpec<S, F>,
): URLSearchParams {
  const next = new URLSearchParams(params);
  const write = (name: string, value: string | undefined, usual?: string) =>
    value && value !== usual ? next.set(name, value) : next.delete(name);

  write('search', state.search);
  for (const name of Object.keys(spec.filters)) {
    write(name, state.filters[name] as string | undefined);
  }
  const isUsualSort = state.sort === spec.sort && state.order === spec.order;
  write('sort', isUsualSort ? undefined : state.sort);
  write('order', isUsualSort ? undefined : state.order);
  write('page', String(state.page), '1');
  return next;
}

/** The part of the API's query that the state decides. */
export function toListQuery<S extends string, F extends FilterSpec>(
  state: ListState<S, F>,
) {
  return {
    ...state.filters,
    search: state.search || undefined,
    sort: state.sort,
    order: state.order,
    offset: (state.page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  };
}

/** Whether anything narrows the list. */
export function isFiltered(state: ListState<string, FilterSpec>): boolean {
  return state.search !== '' || Object.values(state.filters).some(Boolean);
}
