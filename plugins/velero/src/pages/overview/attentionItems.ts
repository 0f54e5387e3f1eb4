import type {
  ClusterStatus,
  Overview,
  ScheduleSummary,
  StorageLocationSummary,
  StuckQueue,
} from '@appgear/backstage-plugin-velero-common';
import { storageHealth } from '../../components/status';

/** Something that a person should look at. */
export type AttentionItem =
  | { kind: 'cluster'; cluster: ClusterStatus }
  | { kind: 'velero'; cluster: ClusterStatus }
  | { kind: 'queue'; cluster: ClusterStatus; queue: StuckQueue }
  | { kind: 'workspacesWithoutBackup'; count: number }
  | { kind: 'storage'; location: StorageLocationSummary }
  | { kind: 'schedule'; schedule: ScheduleSummary };

/**
 * What needs a person, in the order in which it puts data at risk: what
 * nobody can see, what is in no backup, where no backup begins or none can be
 * kept, and what does not run.
 */
export function attentionItems(overview: Overview): AttentionItem[] {
  const { clusters, workspaces, storageLocations, troubled } = overview;
  return [
    ...clusters
      .filter(({ state }) => state === 'unreachable' || state === 'stale')
      .map(cluster => ({ kind: 'cluster' as const, cluster })),
    ...clusters
      .filter(
        ({ velero }) => velero === 'notInstalled' || velero === 'forbidden',
      )
      .map(cluster => ({ kind: 'velero' as const, cluster })),
    ...(workspaces.withoutBackup > 0
      ? [
          {
            kind: 'workspacesWithoutBackup' as const,
            count: workspaces.withoutBackup,
          },
        ]
      : []),
    ...clusters.flatMap(cluster =>
      cluster.stuckQueue
        ? [{ kind: 'queue' as const, cluster, queue: cluster.stuckQueue }]
        : [],
    ),
    ...storageLocations
      .filter(location => storageHealth(location) === 'unavailable')
      .map(location => ({ kind: 'storage' as const, location })),
    ...troubled.map(schedule => ({ kind: 'schedule' as const, schedule })),
  ];
}
