import { useCallback, useMemo } from 'react';
import {
  FilterSpec,
  FilterValues,
  ListSpec,
  ListState,
  parseListState,
  writeListState,
} from './listState';
import { useUrlQuestion } from './useUrlQuestion';

export interface ListHandle<S extends string, F extends FilterSpec> {
  spec: ListSpec<S, F>;
  state: ListState<S, F>;
  /**
   * Changes a part. Any change but of the page itself goes back to page 1.
   * `replace` leaves no entry in the browser's history, for typing.
   */
  change(part: Partial<ListState<S, F>>, options?: { replace?: boolean }): void;
  setFilter<K extends keyof F>(name: K, value: FilterValues<F>[K]): void;
  clear(): void;
}

/** A list's state, kept in the URL. */
export function useListState<S extends string, F extends FilterSpec>(
  spec: ListSpec<S, F>,
): ListHandle<S, F> {
  const [params, changeParams] = useUrlQuestion();

  const change = useCallback<ListHandle<S, F>['change']>(
    (part, options) =>
      changeParams(before => {
        const state = parseListState(before, spec);
        return writeListState(before, { ...state, page: 1, ...part }, spec);
      }, options),
    [changeParams, spec],
  );

  return useMemo(() => {
    const state = parseListState(params, spec);
    return {
      spec,
      state,
      change,
      setFilter: (name, value) =>
        change({ filters: { ...state.filters, [name]: value } }),
      clear: () => change({ search: '', filters: {} }),
    };
  }, [params, spec, change]);
}
