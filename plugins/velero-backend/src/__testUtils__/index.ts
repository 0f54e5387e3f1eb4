export { eventually } from './eventually';
export { impatientFleet } from './impatientFleet';
export { TestCluster } from './TestCluster';
export type { TestClusterOptions } from './TestCluster';
export { startVeleroBackend } from './startVeleroBackend';
