export { ClusterField } from './ClusterField';
export { RecoveryPointField } from './RecoveryPointField';
export {
  clusterSchema,
  FIELD_NAMES,
  recoveryPointSchema,
  workspaceSchema,
} from './schemas';
export { WorkspaceField } from './WorkspaceField';
