import type {
  ClusterFreshness,
  Page,
} from '@appgear/backstage-plugin-velero-common';
import { clusters } from './clusters';

interface Query {
  offset?: unknown;
  limit?: unknown;
  search?: string;
  cluster?: string;
  sort?: string;
  order?: 'asc' | 'desc';
}

/** How old the fake fleet's clusters are. */
export function freshness(): ClusterFreshness[] {
  return clusters().map(({ cluster, state, asOf }) => ({
    cluster,
    state,
    asOf,
  }));
}

/**
 * Sorts and cuts as the backend does.
 *
 * @param matches - the filters that are not common to all lists
 * @param sortBy - what an item is sorted by
 */
export function pageOf<T extends object>(
  all: T[],
  query: Query,
  matches: (item: T) => boolean,
  sortBy: (item: T) => string | number | undefined,
): Page<T> {
  const { search = '', cluster, order = 'asc' } = query;
  const offset = Number(query.offset ?? 0);
  const limit = Number(query.limit ?? 50);
  const found = all
    .filter(item => !cluster || JSON.stringify(item).includes(`"${cluster}"`))
    .filter(item => {
      const { id, name, tenant, bucket } = item as Record<string, unknown>;
      return `${id} ${name} ${tenant} ${bucket}`.includes(search.toLowerCase());
    })
    .filter(matches)
    .sort((a, b) => compare(sortBy(a), sortBy(b)));
  if (order === 'desc') {
    found.reverse();
  }
  return {
    items: found.slice(offset, offset + limit),
    total: found.length,
    offset,
    limit,
    freshness: freshness(),
  };
}

function compare(a: string | number = '', b: string | number = '') {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b));
}
