export * from './identity';
export * from './kubernetes';
