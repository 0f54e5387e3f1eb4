import type {
  ClusterFreshness,
  StorageLocationSummary,
} from '@appgear/backstage-plugin-velero-common';
import { NotFoundError } from '@backstage/errors';
import { VeleroApi } from '../../api';

/** The most that one answer holds; a fleet has few locations. */
const MOST = 200;

/** A location, and all locations on the same place in the same bucket. */
export interface FoundLocation {
  location: StorageLocationSummary;
  /** This one included. */
  users: StorageLocationSummary[];
  freshness: ClusterFreshness[];
}

/**
 * Finds a location and who else uses its bucket.
 *
 * @throws NotFoundError, as the backend would, also for what one may not see
 */
export async function findLocation(
  api: VeleroApi,
  { cluster, name }: { cluster: string; name: string },
  signal: AbortSignal,
): Promise<FoundLocation> {
  const named = await api.getStorageLocations(
    { cluster, search: name, limit: MOST },
    { signal },
  );
  const location = named.items.find(
    each => each.cluster === cluster && each.name === name,
  );
  if (!location) {
    throw Object.assign(
      new NotFoundError(`There is no location ${name} on ${cluster}`),
      { statusCode: 404 },
    );
  }
  const { items, freshness } = await api.getStorageLocations(
    { search: location.bucket, limit: MOST },
    { signal },
  );
  return {
    location,
    users: items.filter(each => isSamePlace(each, location)),
    freshness: freshness.filter(each =>
      location.sharedBy.includes(each.cluster),
    ),
  };
}

function isSamePlace(a: StorageLocationSummary, b: StorageLocationSummary) {
  return (
    b.sharedBy.includes(a.cluster) &&
    a.provider === b.provider &&
    a.bucket === b.bucket &&
    (a.prefix ?? '') === (b.prefix ?? '')
  );
}
