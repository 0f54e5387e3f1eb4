export { isSynced, readBackup, takenAt } from './backup';
export type { BackupRecord } from './backup';
export type { DeleteRequestRecord } from './deleteRequest';
export { Interner } from './Interner';
export { KINDS, VELERO_API } from './kinds';
export type { Kind, KindName, Records } from './kinds';
export { storageKey } from './locations';
export type {
  SnapshotLocationRecord,
  StorageLocationRecord,
} from './locations';
export type { NamespaceRecord } from './namespace';
export { Raw } from './Raw';
export type { RestoreRecord } from './restore';
export { ownRow } from './Row';
export type { Row, RowContext } from './Row';
export type { ScheduleRecord } from './schedule';
