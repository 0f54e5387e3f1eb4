import { InventoryObject } from '@appgear/backstage-plugin-velero-common';
import { Fleet, Row } from '../fleet';

const KINDS = {
  schedules: 'Schedule',
  backupstoragelocations: 'BackupStorageLocation',
  volumesnapshotlocations: 'VolumeSnapshotLocation',
} as const;

/** Velero's own settings, which the fleet follows already; they need a backup like any other. */
export function veleroObjects(
  fleet: Fleet,
  cluster: string,
): InventoryObject[] {
  const namespace = fleet.cluster(cluster)?.veleroNamespace;
  return Object.entries(KINDS).flatMap(([plural, kind]) => {
    const rows = fleet.tables[plural as keyof typeof KINDS].of(
      cluster,
    ) as Iterable<Row>;
    return [...rows].map(({ name, uid, createdAt, labels }) => ({
      group: 'velero.io',
      version: 'v1',
      kind,
      plural,
      namespaced: true,
      namespace,
      name,
      uid,
      createdAt: new Date(createdAt).toISOString(),
      labels,
    }));
  });
}
