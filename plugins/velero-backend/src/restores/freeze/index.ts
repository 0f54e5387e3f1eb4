export * from './digest';
export * from './drift';
export * from './FrozenRestore';
export * from './spec';
export * from './storedRestore';
