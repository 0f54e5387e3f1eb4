import type { ClusterStatus } from '@appgear/backstage-plugin-velero-common';
import { useVeleroQuery } from '../../../query';
import { useBackup } from '../useBackup';
import { useWizard } from '../WizardContext';

/** A cluster to restore on, with what the reader may know of it. */
export type TargetCluster = Pick<ClusterStatus, 'cluster'> &
  Partial<ClusterStatus>;

/** Where the chosen backup can go. */
export interface Targets {
  /** Other clusters than the one that shows the backup. */
  clusters: TargetCluster[];
  /** Only a bucket shows the backup, which the portal never writes to. */
  isFromBucket: boolean;
  isKnown: boolean;
}

/**
 * The other clusters that have a location on the storage of the chosen
 * backup. Where the reader may not see locations, all other clusters: the
 * preview says which of them have the backup.
 */
export function useTargets(): Targets {
  const { source = '', backup: name = '' } = useWizard().draft;
  const overview = useVeleroQuery('overview', (api, signal) =>
    api.getOverview({ signal }),
  ).data;
  const { data: backup, error } = useBackup({ cluster: source, name });
  const isFromBucket = backup?.onlyInBucket ?? false;
  if (!overview || (!backup && !error)) {
    return { clusters: [], isFromBucket, isKnown: false };
  }

  const location = overview.storageLocations.find(
    each => each.cluster === source && each.name === backup?.storageLocation,
  );
  const names =
    location?.sharedBy ?? overview.clusters.map(({ cluster }) => cluster);
  return {
    isFromBucket,
    isKnown: true,
    clusters: names
      .filter(cluster => cluster !== source)
      .map(
        cluster =>
          overview.clusters.find(each => each.cluster === cluster) ?? {
            cluster,
          },
      ),
  };
}
