/**
 * The contract of the Velero DR plugins: Velero types, domain types, request
 * schemas and permissions. Runs anywhere.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './api';
export * from './cron';
export * from './onDemand';
export * from './permissions';
export * from './protection';
export * from './restoreRequests';
export * from './selection';
export * from './sentences';
export * from './velero';
