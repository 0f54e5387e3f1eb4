export * from './due';
export * from './duration';
export * from './VeleroCron';
