import type {
  SnapshotLocationSummary,
  StorageLocationSummary,
} from '@appgear/backstage-plugin-velero-common';
import { at } from './time';

export function storageLocations(): StorageLocationSummary[] {
  return [
    {
      cluster: 'prod-sp',
      name: 'offsite',
      uid: 'bsl-1',
      provider: 'aws',
      bucket: 'appgear-dr',
      prefix: 'prod-sp',
      phase: 'Available',
      accessMode: 'ReadWrite',
      isDefault: true,
      lastValidatedAt: at(-1),
      lastSyncedAt: at(-1),
      sharedBy: ['prod-sp', 'dr-rj'],
      backupCount: 190,
    },
    {
      cluster: 'prod-sp',
      name: 'ceph-local',
      uid: 'bsl-2',
      provider: 'aws',
      bucket: 'velero-local',
      phase: 'Unavailable',
      message:
        'BackupStorageLocation "ceph-local" is unavailable: operation error S3: ListObjectsV2, https response error StatusCode: 403, api error AccessDenied: Access Denied',
      accessMode: 'ReadWrite',
      isDefault: false,
      lastValidatedAt: at(-2),
      sharedBy: ['prod-sp'],
      backupCount: 24,
    },
    {
      cluster: 'dr-rj',
      name: 'offsite',
      uid: 'bsl-3',
      provider: 'aws',
      bucket: 'appgear-dr',
      prefix: 'prod-sp',
      phase: 'Available',
      accessMode: 'ReadOnly',
      isDefault: true,
      lastValidatedAt: at(-15),
      sharedBy: ['prod-sp', 'dr-rj'],
      backupCount: 190,
    },
  ];
}

export function snapshotLocations(): SnapshotLocationSummary[] {
  return [
    { cluster: 'prod-sp', name: 'ceph-rbd', uid: 'vsl-1', provider: 'csi' },
  ];
}
