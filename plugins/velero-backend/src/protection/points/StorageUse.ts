import {
  storageKey,
  BackupRecord,
  isSynced,
  StorageLocationRecord,
  takenAt,
} from '../../fleet/records';
import { Availability } from './RecoveryPoint';

/** One place in one bucket, and the clusters that have a location there. */
export class StorageUse {
  readonly key: string;
  readonly locations: StorageLocationRecord[] = [];
  /** When each cluster's oldest backup that it made itself, not copied from the bucket, was taken. */
  readonly #madeSince = new Map<string, number>();

  constructor(key: string) {
    this.key = key;
  }

  /** Bucket and prefix, for people. */
  get title(): string {
    const [{ provider, bucket = provider, prefix }] = this.locations;
    return prefix ? `${bucket}/${prefix}` : bucket;
  }

  get writers(): string[] {
    return this.#clusters(({ accessMode }) => accessMode === 'ReadWrite');
  }

  get readers(): string[] {
    return this.#clusters(() => true);
  }

  noteMade(backup: BackupRecord): void {
    if (!isSynced(backup)) {
      const { cluster } = backup;
      const known = this.#madeSince.get(cluster) ?? Infinity;
      this.#madeSince.set(cluster, Math.min(known, takenAt(backup)));
    }
  }

  madeSince(cluster: string): number | undefined {
    return this.#madeSince.get(cluster);
  }

  /** @param trustedSince - what a cluster that was last heard of before says nothing any more */
  availability(
    lastSeen: (cluster: string) => number | undefined,
    trustedSince: number,
  ): Availability {
    const all = this.locations.filter(
      ({ cluster, phase }) =>
        phase !== '' && (lastSeen(cluster) ?? -Infinity) >= trustedSince,
    );
    // A cluster restores, the portal only reads: its word counts when no cluster has one.
    const ofClusters = all.filter(({ isPortals }) => !isPortals);
    const told = ofClusters.length > 0 ? ofClusters : all;
    if (told.some(({ phase }) => phase === 'Available')) {
      return { state: 'available' };
    }
    const denied = told.find(({ phase }) => phase === 'Unavailable');
    if (!denied) {
      return { state: 'unknown' };
    }
    return {
      state: 'unavailable',
      ...(denied.message && { message: denied.message }),
    };
  }

  #clusters(wanted: (location: StorageLocationRecord) => boolean): string[] {
    const clusters = this.locations.filter(wanted).map(it => it.cluster);
    return [...new Set(clusters)].sort();
  }
}

/** All storages that the locations name. */
export function storageUses(
  locations: Iterable<StorageLocationRecord>,
): Map<string, StorageUse> {
  const uses = new Map<string, StorageUse>();
  for (const location of locations) {
    const key = storageKey(location);
    const use = uses.get(key) ?? new StorageUse(key);
    use.locations.push(location);
    uses.set(key, use);
  }
  return uses;
}
