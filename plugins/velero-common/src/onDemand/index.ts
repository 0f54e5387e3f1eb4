export * from './backups';
export * from './enablement';
export * from './permissions';
