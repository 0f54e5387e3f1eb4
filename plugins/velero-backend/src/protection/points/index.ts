export { groupPoints } from './groupPoints';
export type { FleetSight, PointOptions } from './groupPoints';
export { byAge, isUsable, refOf } from './RecoveryPoint';
export type { Availability, RecoveryPoint, Sighting } from './RecoveryPoint';
export { sharedStorages } from './sharedStorages';
export type { SharedStorage } from './sharedStorages';
