import { useVeleroQuery } from '../../query';

/** One backup as a cluster shows it. */
export function useBackup(key: { cluster: string; name: string }) {
  return useVeleroQuery(`backup ${key.cluster}/${key.name}`, (api, signal) =>
    api.getBackup(key, { signal }),
  );
}
