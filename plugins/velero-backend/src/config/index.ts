export type { ClusterConfig } from './clusters';
export type { EvidenceConfig, EvidenceStorageConfig } from './evidence';
export type { FleetConfig } from './fleet';
export { policyOf } from './protection';
export type { ProtectionConfig } from './protection';
export type { TopologyAConfig } from './topologyA';
export type { WorkspacesConfig } from './workspaces';
export { readVeleroConfig } from './readVeleroConfig';
export type { VeleroConfig } from './readVeleroConfig';
