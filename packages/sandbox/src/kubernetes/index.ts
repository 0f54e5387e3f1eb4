export * from './objects';
export * from './status';
export { builtinResourceTypes, apiVersionOf } from './resourceTypes';
export { crdsIn, veleroCrds } from './crds';
export type { CustomResourceDefinition, VeleroVersion } from './crds';
export { createClusterStore } from './store/clusterStore';
export type { MemoryClusterStore } from './store/clusterStore';
export type {
  ClusterStoreOptions,
  DeleteOptions,
  WriteOptions,
} from './store/options';
