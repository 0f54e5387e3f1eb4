/**
 * Restore requests in Backstage's search. Workspaces are there already where
 * the catalog is: they are entities.
 *
 * @packageDocumentation
 */
export { searchModuleVelero as default } from './module';
export type { RestoreRequestDocument } from './RestoreRequestDocument';
