export * from './assessment';
export * from './contents';
export * from './coverage';
export * from './noBackupNeeded';
export * from './points';
export * from './reasons';
export * from './schedules';
export * from './verdict';
