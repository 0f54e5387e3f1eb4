/**
 * Turns workspaces that Velero protects into catalog entities.
 *
 * @packageDocumentation
 */
export { catalogModuleVelero as default } from './module';
