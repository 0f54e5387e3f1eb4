export * from './objects';
export * from './status';
export { builtinResourceTypes, apiVersionOf } from './resourceTypes';
export { crdsIn, snapshotCrds, veleroCrds } from './crds';
export type { CustomResourceDefinition, VeleroVersion } from './crds';
export { createClusterStore } from './store/clusterStore';
export type { MemoryClusterStore } from './store/clusterStore';
export type {
  ClusterStoreOptions,
  DeleteOptions,
  WriteOptions,
} from './store/options';
export { startApiServer } from './server/apiServer';
export type { ApiServer, ApiServerOptions } from './server/apiServer';
export type { Faults, FaultState, CertificateFault } from './server/faults';
export type { RequestCount, RequestLog } from './server/requestLog';
export type { ServiceTimes, WatchTimes } from './server/options';
export type { Identity } from './access/user';
export type { PolicyRule } from './access/rules';
export { contextName, kubeconfig, writeKubeconfig } from './kubeconfig';
