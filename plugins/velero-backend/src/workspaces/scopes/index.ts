export { BackupScopes } from './BackupScopes';
export { workspacesOfRestore } from './restoreScope';
export { Scope } from './Scope';
export type { ScopeGroup } from './ScopeGroup';
export { ScopeReader } from './ScopeReader';
