import { startTransition, useCallback, useEffect, useState } from 'react';
import { ApiRef, useApi } from '@backstage/frontend-plugin-api';
import { LiveQuery, QueryState } from './LiveQuery';
import { useChangeSignal } from './useChangeSignal';

/** @see useVeleroQuery */
export interface VeleroQuery<T> extends QueryState<T> {
  /** Neither an answer nor a failure yet. */
  isLoading: boolean;
  /** Asks again, as after a failure or after what the reader did. */
  retry(): void;
}

/** @see useApiQuery */
export interface QueryOptions {
  /** For what costs much to answer: asked again by `retry` alone. */
  once?: boolean;
}

const ignore = () => {};

/**
 * Asks an API and keeps the answer current.
 *
 * @param key - names the question; `load` is run again when it changes
 */
export function useApiQuery<Api, T>(
  apiRef: ApiRef<Api>,
  key: string,
  load: (api: Api, signal: AbortSignal) => Promise<T>,
  { once = false }: QueryOptions = {},
): VeleroQuery<T> {
  const api = useApi(apiRef);
  const [query] = useState(() => new LiveQuery<T>());
  const [state, setState] = useState(query.getState);

  // An answer fills a page: what the reader does while it renders comes first.
  useEffect(
    () =>
      query.subscribe(() => startTransition(() => setState(query.getState()))),
    [query],
  );

  // Runs after every render, as `load` is a new function each time; the key
  // decides whether there is anything to do.
  useEffect(() => query.ask(key, signal => load(api, signal)));
  useEffect(() => () => query.stop(), [query]);

  const refresh = useCallback(() => query.refresh(), [query]);
  useChangeSignal(once ? ignore : refresh);
  const retry = useCallback(() => query.retry(), [query]);

  return {
    ...state,
    isLoading: state.data === undefined && state.error === undefined,
    retry,
  };
}
