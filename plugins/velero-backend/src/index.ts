/**
 * Reads Velero across clusters, proves protection and guards restores.
 *
 * @packageDocumentation
 */
export {
  createVeleroWorkspaceConditionalDecision,
  veleroWorkspaceConditions,
} from './permissions';
export { veleroPlugin as default } from './plugin';
