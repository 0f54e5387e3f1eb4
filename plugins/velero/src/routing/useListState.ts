import {
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  FilterSpec,
  FilterValues,
  ListSpec,
  ListState,
  parseListState,
  writeListState,
} from './listState';

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
  const [params, setParams] = useSearchParams();

  // Two changes may come before the router renders the first; the router's
  // own updater would then hand both the same, old parameters.
  const latest = useRef(params);
  useEffect(() => {
    latest.current = params;
  }, [params]);

  const change = useCallback<ListHandle<S, F>['change']>(
    (part, options) => {
      const state = parseListState(latest.current, spec);
      const next = { ...state, page: 1, ...part };
      latest.current = writeListState(latest.current, next, spec);
      // Each row that leads somewhere is rendered again for another address:
      // long enough to be felt, if it could not be interrupted.
      startTransition(() =>
        setParams(latest.current, { replace: options?.replace }),
      );
    },
    [setParams, spec],
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
