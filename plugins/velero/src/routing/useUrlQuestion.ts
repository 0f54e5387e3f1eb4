import { startTransition, useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';

/** @see useUrlQuestion */
export type ChangeParams = (
  changed: (before: URLSearchParams) => URLSearchParams,
  options?: {
    /** Leaves no entry in the browser's history, for typing. */
    replace?: boolean;
  },
) => void;

/** What a reader asks of a list, as `useQuestion` has it, kept in the URL. */
export function useUrlQuestion(): [URLSearchParams, ChangeParams] {
  const [params, setParams] = useSearchParams();

  // Two changes may come before the router renders the first; the router's
  // own updater would then hand both the same, old parameters.
  const latest = useRef(params);
  useEffect(() => {
    latest.current = params;
  }, [params]);

  const change = useCallback<ChangeParams>(
    (changed, { replace } = {}) => {
      latest.current = changed(latest.current);
      // Each row that leads somewhere is rendered again for another address:
      // long enough to be felt, if it could not be interrupted.
      startTransition(() => setParams(latest.current, { replace }));
    },
    [setParams],
  );
  return [params, change];
}
