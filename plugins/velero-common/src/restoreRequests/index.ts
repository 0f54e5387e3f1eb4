export * from './states';
export * from './votes';
