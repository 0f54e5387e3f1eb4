export {
  createVeleroWorkspaceConditionalDecision,
  veleroWorkspaceConditions,
} from './conditions';
export { Readers } from './Readers';
export type { Reader } from './Readers';
export { registerPermissions } from './registerPermissions';
export { requirePermission, requireSight } from './requireSight';
export type { Sight } from './Sight';
