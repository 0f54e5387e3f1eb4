export * from './VeleroApi';
export { VeleroFaults, type ItemFault } from './VeleroFaults';
export { VeleroServer, type VeleroServerOptions } from './VeleroServer';
export {
  DEFAULT_SERVER_CONFIG,
  type Pace,
  type ServerConfig,
  type ServerPlugin,
} from './ServerConfig';
export { gzipJson } from './persistence/BackupStore';
export { ObjectStoreLayout } from './persistence/layout';
export { mergePatch } from './restore/mergePatch';
