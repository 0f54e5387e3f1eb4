import { RestoresApi, restoresApiRef } from '../api';
import { QueryOptions, useApiQuery, VeleroQuery } from './useApiQuery';

/**
 * Asks the gate and keeps the answer current.
 *
 * @param key - names the question; `load` is run again when it changes
 */
export function useRestoresQuery<T>(
  key: string,
  load: (api: RestoresApi, signal: AbortSignal) => Promise<T>,
  options?: QueryOptions,
): VeleroQuery<T> {
  return useApiQuery(restoresApiRef, key, load, options);
}
