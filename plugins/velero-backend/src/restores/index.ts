export { createRestoreGate } from './createRestoreGate';
export type { RestoreGate, RestoreGateOptions } from './createRestoreGate';
export { openRestoreGate } from './openRestoreGate';
export { restoresSchema } from './policy';
export type { RestoresConfig } from './policy';
