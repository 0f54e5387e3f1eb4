/**
 * Clusters, their Veleros, the bucket that they write to and an identity
 * provider, in one process and on loopback.
 *
 * @packageDocumentation
 */
export * from './kubernetes';
export { parseDuration, Random, SimulatedClock } from './clock';
export { ControlServer } from './control';
export * from './identity';
export {
  ObjectStore,
  ObjectStoreServer,
  type BucketFault,
  type ObjectFault,
} from './objectstore';
export { startSandbox, type Sandbox, type SandboxOptions } from './sandbox';
export type { SandboxCluster } from './SandboxCluster';
export {
  loadScenario,
  parseScenario,
  scenarioNames,
  type Scenario,
} from './scenarios';
export {
  DEFAULT_SERVER_CONFIG,
  ObjectStoreLayout,
  VeleroServer,
  type ServerConfig,
  type VeleroServerOptions,
} from './velero';
