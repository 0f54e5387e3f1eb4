import type { ClusterFreshness } from '@appgear/backstage-plugin-velero-common';
import { FilterChoice } from '../components/table';
import { Say } from '../translation';

/** The filter by cluster, of the clusters that an answer speaks of. */
export function clusterChoice(
  t: Say,
  freshness: ClusterFreshness[] = [],
): FilterChoice {
  return {
    name: 'cluster',
    label: t('cluster.name'),
    all: t('cluster.all'),
    options: freshness.map(({ cluster }) => ({ id: cluster, label: cluster })),
  };
}
