export { createRestoreGate } from './createRestoreGate';
export type { RestoreGate, RestoreGateOptions } from './createRestoreGate';
export { BackupFiles, FleetEstate } from './estate';
export { restoresSchema } from './policy';
export type { RestoresConfig } from './policy';
