/**
 * Disaster recovery pages for Backstage, on Velero.
 *
 * @packageDocumentation
 */
export { veleroPlugin as default } from './plugin';
export * from './api';
export { veleroTranslationRef } from './translation';
