import { useVeleroQuery } from '../../query';

/** One workspace with all that touches it, kept current. */
export function useWorkspace(id: string) {
  return useVeleroQuery(id, (api, signal) => api.getWorkspace(id, { signal }));
}
