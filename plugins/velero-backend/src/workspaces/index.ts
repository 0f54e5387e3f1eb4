export { readCatalogClaims } from './catalogClaims';
export {
  BackupScopes,
  Scope,
  ScopeReader,
  workspacesOfRestore,
} from './scopes';
export type { ScopeGroup } from './scopes';
export type { Workspace } from './Workspace';
export { WorkspaceDirectory } from './WorkspaceDirectory';
