/** The store that backups go to. @public */
export type Provider = 'aws' | 'azure' | 'gcp';

/** What one minor version of Velero is made of, and what it can do. */
export interface Release {
  minor: string;
  /** The images' tag. */
  velero: string;
  plugins: Record<Provider, string>;
  /** Velero 1.14 took this plugin into its own image. */
  csiPlugin?: string;
  /** Reads its data movers' resources from a ConfigMap that the node agent is told of. */
  nodeAgentConfig: boolean;
  /** How the server is told what its maintenance Jobs may use, if they are Jobs. */
  maintenanceLimits?: 'flags' | 'configMap';
  /** Takes `ws-*` for a pattern; before, it is the name of a namespace. */
  namespacePatterns: boolean;
  /** The folder of velero-common's CRDs that fits. */
  crds?: string;
}

/**
 * The versions of images that Velero's own end-to-end tests combine
 * (velero v1.18.2: test/util/velero/velero_utils.go, ImagesMatrix); for 1.18
 * the ones that this project's test bed runs.
 */
export const RELEASES: Release[] = [
  {
    minor: '1.13',
    velero: 'v1.13.2',
    plugins: { aws: 'v1.9.2', azure: 'v1.9.2', gcp: 'v1.9.2' },
    csiPlugin: 'v0.7.1',
    nodeAgentConfig: false,
    namespacePatterns: false,
    crds: 'v1.13.0',
  },
  {
    minor: '1.14',
    velero: 'v1.14.1',
    plugins: { aws: 'v1.10.1', azure: 'v1.10.1', gcp: 'v1.10.1' },
    nodeAgentConfig: false,
    maintenanceLimits: 'flags',
    namespacePatterns: false,
  },
  {
    minor: '1.15',
    velero: 'v1.15.2',
    plugins: { aws: 'v1.11.0', azure: 'v1.11.0', gcp: 'v1.11.0' },
    nodeAgentConfig: true,
    maintenanceLimits: 'configMap',
    namespacePatterns: false,
  },
  {
    minor: '1.16',
    velero: 'v1.16.2',
    plugins: { aws: 'v1.12.2', azure: 'v1.12.2', gcp: 'v1.12.2' },
    nodeAgentConfig: true,
    maintenanceLimits: 'configMap',
    namespacePatterns: false,
  },
  {
    minor: '1.17',
    velero: 'v1.17.2',
    plugins: { aws: 'v1.13.2', azure: 'v1.13.2', gcp: 'v1.13.2' },
    nodeAgentConfig: true,
    maintenanceLimits: 'configMap',
    namespacePatterns: false,
  },
  {
    minor: '1.18',
    velero: 'v1.18.2',
    plugins: { aws: 'v1.14.3', azure: 'v1.14.0', gcp: 'v1.14.2' },
    nodeAgentConfig: true,
    maintenanceLimits: 'configMap',
    namespacePatterns: true,
    crds: 'v1.18.2',
  },
];

/** The release of `1.18` or `v1.18.2`; the latter keeps its patch version. */
export function findRelease(version: string): Release | undefined {
  const [, minor, patch] = /^v?(\d+\.\d+)(\.\d+)?$/.exec(version) ?? [];
  const release = RELEASES.find(known => known.minor === minor);
  return release && patch
    ? { ...release, velero: `v${minor}${patch}` }
    : release;
}
