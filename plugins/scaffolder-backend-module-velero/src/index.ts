/**
 * Template actions for backups, restore requests and the DR module.
 *
 * @packageDocumentation
 */
export { scaffolderModuleVelero as default } from './module';
