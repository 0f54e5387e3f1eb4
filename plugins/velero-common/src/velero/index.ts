export * from './generated';
export * from './kinds';
export * from './metadata';
export * from './phases';
export * from './version';
