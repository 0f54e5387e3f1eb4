import { ownRow, StorageLocationRecord } from '../records';

/** A location that Velero may write to, and has looked at. */
export function locationRecord(
  part: Partial<StorageLocationRecord> = {},
): StorageLocationRecord {
  const { cluster = 'prod', name = 'default' } = part;
  return {
    ...ownRow(cluster, name),
    uid: `${cluster}-${name}`,
    provider: 'aws',
    bucket: 'dr',
    prefix: undefined,
    config: {},
    caCert: undefined,
    phase: 'Available',
    message: undefined,
    accessMode: 'ReadWrite',
    isDefault: true,
    lastValidatedAt: 0,
    lastSyncedAt: 0,
    ...part,
  };
}
