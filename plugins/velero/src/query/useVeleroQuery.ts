import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { VeleroApi, veleroApiRef } from '../api';
import { LiveQuery, QueryState } from './LiveQuery';
import { useChangeSignal } from './useChangeSignal';

/** @see useVeleroQuery */
export interface VeleroQuery<T> extends QueryState<T> {
  /** Neither an answer nor a failure yet. */
  isLoading: boolean;
  retry(): void;
}

/**
 * Asks the backend and keeps the answer current.
 *
 * @param key - names the question; `load` is run again when it changes
 */
export function useVeleroQuery<T>(
  key: string,
  load: (api: VeleroApi, signal: AbortSignal) => Promise<T>,
): VeleroQuery<T> {
  const api = useApi(veleroApiRef);
  const [query] = useState(() => new LiveQuery<T>());
  const state = useSyncExternalStore(query.subscribe, query.getState);

  // Runs after every render, as `load` is a new function each time; the key
  // decides whether there is anything to do.
  useEffect(() => query.ask(key, signal => load(api, signal)));
  useEffect(() => () => query.stop(), [query]);

  const refresh = useCallback(() => query.refresh(), [query]);
  useChangeSignal(refresh);
  const retry = useCallback(() => query.retry(), [query]);

  return {
    ...state,
    isLoading: state.data === undefined && state.error === undefined,
    retry,
  };
}
