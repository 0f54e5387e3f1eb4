export { ClusterStateStatus, VeleroPresenceStatus } from './ClusterStatus';
export { IntentStatus } from './IntentStatus';
export { PhaseStatus } from './PhaseStatus';
export { ScheduleConditionStatus } from './ScheduleStatus';
export { Status } from './Status';
export type { StatusProps, Tone } from './Status';
export { StorageStatus, storageHealth } from './StorageStatus';
export { GradeIcon, GradeStatus, VerdictStatus } from './VerdictStatus';
