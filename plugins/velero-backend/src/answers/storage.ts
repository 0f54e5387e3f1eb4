import {
  SnapshotLocationSummary,
  StorageLocationSummary,
} from '@appgear/backstage-plugin-velero-common';
import {
  SnapshotLocationRecord,
  storageKey,
  StorageLocationRecord,
} from '../fleet';
import { ReadModel } from './ReadModel';
import { toIso } from './toIso';

export function summarizeStorageLocation(
  location: StorageLocationRecord,
  model: ReadModel,
): StorageLocationSummary {
  const { cluster, name } = location;
  return {
    cluster,
    name,
    uid: location.uid,
    provider: location.provider,
    bucket: location.bucket,
    prefix: location.prefix,
    phase: location.phase,
    message: location.message,
    accessMode: location.accessMode,
    isDefault: location.isDefault,
    lastValidatedAt: toIso(location.lastValidatedAt),
    lastSyncedAt: toIso(location.lastSyncedAt),
    sharedBy: sharersOf(location, model),
    backupCount: countBackups(location, model),
  };
}

export function summarizeSnapshotLocation(
  location: SnapshotLocationRecord,
): SnapshotLocationSummary {
  const { cluster, name, uid, provider } = location;
  return { cluster, name, uid, provider };
}

function sharersOf(
  location: StorageLocationRecord,
  { fleet }: ReadModel,
): string[] {
  const key = storageKey(location);
  const sharers = [...fleet.tables.backupstoragelocations]
    .filter(other => !other.isPortals && storageKey(other) === key)
    .map(({ cluster }) => cluster);
  return [...new Set(sharers)].sort();
}

function countBackups(
  { cluster, name, isDefault, isPortals }: StorageLocationRecord,
  { fleet, scopes }: ReadModel,
): number {
  if (isPortals) {
    return fleet.buckets.find(each => each.name === cluster)?.backupCount ?? 0;
  }
  return scopes
    .groupsOn(cluster)
    .filter(({ storageLocation }) =>
      storageLocation ? storageLocation === name : isDefault,
    )
    .reduce((count, { backups }) => count + backups.size, 0);
}
