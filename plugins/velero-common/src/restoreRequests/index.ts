export * from './audit';
export * from './states';
export * from './votes';
export * from './effects';
export * from './outcome';
export * from './risks';
export * from './spec';
