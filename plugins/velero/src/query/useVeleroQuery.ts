import { VeleroApi, veleroApiRef } from '../api';
import { useApiQuery, VeleroQuery } from './useApiQuery';

/**
 * Asks about the fleet and keeps the answer current.
 *
 * @param key - names the question; `load` is run again when it changes
 */
export function useVeleroQuery<T>(
  key: string,
  load: (api: VeleroApi, signal: AbortSignal) => Promise<T>,
): VeleroQuery<T> {
  return useApiQuery(veleroApiRef, key, load);
}
