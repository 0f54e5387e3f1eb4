/**
 * How other backend plugins talk to the Velero DR backend.
 *
 * @packageDocumentation
 */
export * from './catalog';
export * from './permissions';
export * from './service';
