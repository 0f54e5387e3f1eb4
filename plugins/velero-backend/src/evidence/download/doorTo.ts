import { says } from '@appgear/backstage-plugin-velero-common';
import { Fleet, StorageLocationRecord } from '../../fleet';
import { Download } from './Downloader';
import { EvidenceError } from './EvidenceError';

/** Whether files of a location can be had now, as far as is known. */
export function isOpen(fleet: Fleet, location: StorageLocationRecord): boolean {
  return (
    fleet.cluster(location.cluster)?.view().state === 'live' ||
    fleet.bucketClientOf(location) !== undefined
  );
}

/**
 * By whose leave files of a location are read: through its cluster's Velero;
 * when that does not answer, straight out of the bucket, where the portal has
 * it in its configuration; else the cluster is tried all the same.
 *
 * @throws EvidenceError where there is neither
 */
export function doorTo(
  fleet: Fleet,
  location: StorageLocationRecord,
): Download['from'] {
  const cluster = fleet.cluster(location.cluster);
  const client = fleet.client(location.cluster);
  const bucket = fleet.bucketClientOf(location);
  if (bucket && cluster?.view().state !== 'live') {
    return { bucket };
  }
  if (!cluster || !client) {
    throw new EvidenceError(
      'storageUnreachable',
      says('bucket.unreadable', { bucket: location.cluster }),
    );
  }
  return { signer: { client, veleroNamespace: cluster.veleroNamespace } };
}
