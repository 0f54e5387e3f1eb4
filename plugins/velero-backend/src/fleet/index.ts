export { Fleet } from './Fleet';
export type { BucketSource, Cluster, FleetListener, Source } from './Fleet';
export type { FleetTables } from './index/tables';
export { compareKeys, SortedRows } from './index/SortedRows';
export type { SortKey } from './index/SortedRows';
export { StandingQueries } from './index/StandingQueries';
export type { Table, TableListener } from './index/Table';
export { readList } from './reading/readList';
export { WorkShare } from './reading/WorkShare';
export type { ClusterView } from './reading/ClusterReader';
export { isSynced, ownRow, storageKey, takenAt } from './records';
export type {
  BackupRecord,
  DeleteRequestRecord,
  NamespaceRecord,
  RestoreRecord,
  Row,
  ScheduleRecord,
  SnapshotLocationRecord,
  StorageLocationRecord,
} from './records';
