import { BackupRecord, readBackup } from './backup';
import { DeleteRequestRecord, readDeleteRequest } from './deleteRequest';
import {
  readSnapshotLocation,
  readStorageLocation,
  SnapshotLocationRecord,
  StorageLocationRecord,
} from './locations';
import { NamespaceRecord, readNamespace } from './namespace';
import { Raw } from './Raw';
import { readRestore, RestoreRecord } from './restore';
import { RowContext } from './Row';
import { readSchedule, ScheduleRecord } from './schedule';

/** Every kind that the fleet holds, and its record. */
export interface Records {
  namespaces: NamespaceRecord;
  backupstoragelocations: StorageLocationRecord;
  volumesnapshotlocations: SnapshotLocationRecord;
  schedules: ScheduleRecord;
  restores: RestoreRecord;
  deletebackuprequests: DeleteRequestRecord;
  backups: BackupRecord;
}

/** The plural names that Kubernetes gives the kinds. */
export type KindName = keyof Records;

/** How one kind is read. */
export interface Kind<K extends KindName = KindName> {
  name: K;
  /** `''` for core. */
  group: '' | 'velero.io';
  /** Where it is listed. */
  path(veleroNamespace: string): string;
  read(object: Raw, context: RowContext): Records[K];
}

export const VELERO_API = '/apis/velero.io/v1';

function velero<K extends KindName>(name: K, read: Kind<K>['read']): Kind<K> {
  return {
    name,
    group: 'velero.io',
    path: namespace => `${VELERO_API}/namespaces/${namespace}/${name}`,
    read,
  };
}

/** In the order they are asked for: what is small and frames the rest first. */
export const KINDS: readonly { [K in KindName]: Kind<K> }[KindName][] = [
  {
    name: 'namespaces',
    group: '',
    path: () => '/api/v1/namespaces',
    read: readNamespace,
  },
  velero('backupstoragelocations', readStorageLocation),
  velero('volumesnapshotlocations', readSnapshotLocation),
  velero('schedules', readSchedule),
  velero('restores', readRestore),
  velero('deletebackuprequests', readDeleteRequest),
  velero('backups', readBackup),
];
