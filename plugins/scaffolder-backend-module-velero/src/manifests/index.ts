export { enableInManifests } from './enableInManifests';
export type { ManifestChange, Wanted } from './enableInManifests';
export { readManifests } from './readManifests';
export type { ManifestFile } from './readManifests';
export { readWorkspaceKeys } from './workspaceKeys';
export type { WorkspaceKeys } from './workspaceKeys';
export { writeAll } from './writeManifests';
