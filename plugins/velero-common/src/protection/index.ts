export * from './assessment';
export * from './contents';
export * from './noBackupNeeded';
export * from './points';
export * from './reasons';
export * from './verdict';
