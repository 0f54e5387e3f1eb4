export { veleroWorkspaceResourceRef } from './workspaceResource';
export type {
  VeleroWorkspaceFilter,
  VeleroWorkspaceResource,
} from './workspaceResource';
