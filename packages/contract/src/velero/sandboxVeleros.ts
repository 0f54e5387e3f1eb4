import {
  contextName,
  kubeconfig,
  parseScenario,
  Sandbox,
  Scenario,
  startSandbox,
} from '@appgear/velero-sandbox';
import { KubeConfig } from '@kubernetes/client-node';
import { eventually } from '../wire/eventually';
import { VeleroCluster } from './VeleroCluster';
import type { VeleroWorld } from './veleroWorld';

/** The same two clusters, locations and periods as the test bed has. */
const SCENARIO = `
title: Contract
buckets: [velero-dr]
clusters:
  - { name: c1, title: One, role: production, velero: {}, manifests: [c1], namespaces: [{ name: velero }] }
  - { name: c2, title: Two, role: dr, velero: {}, manifests: [c2], namespaces: [{ name: velero }] }
`;

const location = (name: string, prefix: string, rest = {}) => ({
  apiVersion: 'velero.io/v1',
  kind: 'BackupStorageLocation',
  metadata: { name, namespace: 'velero' },
  spec: {
    provider: 'aws',
    objectStorage: { bucket: 'velero-dr', prefix },
    config: { region: 'us-east-1', s3Url: '${OBJECT_STORE}' },
    ...rest,
  },
});

const scenario: Scenario = {
  ...parseScenario(SCENARIO, 'contract'),
  manifests: {
    c1: [location('default', 'c1', { default: true })],
    c2: [
      location('default', 'c2', { default: true }),
      location('shared', 'c1', { accessMode: 'ReadOnly' }),
    ],
  },
};

/** The Veleros of a sandbox of one's own. */
export async function sandboxVeleros(): Promise<VeleroWorld> {
  return (await openSandboxVeleros()).world;
}

/** The same, with the sandbox itself. */
export async function openSandboxVeleros(): Promise<{
  world: VeleroWorld;
  sandbox: Sandbox;
}> {
  const sandbox = await startSandbox({
    scenario,
    velero: {
      storeValidationFrequency: 5_000,
      backupSyncPeriod: 5_000,
      itemOperationSyncFrequency: 2_000,
      garbageCollectionFrequency: 5_000,
      defaultBackupTtl: 3_600_000,
      enableCsi: false,
    },
  });
  const [one, two] = Object.values(sandbox.clusters).map(
    ({ name, api, veleroNamespace }) => {
      const as = (identity: string) => {
        const config = new KubeConfig();
        config.loadFromString(kubeconfig([api]));
        config.setCurrentContext(contextName(name, identity));
        return config;
      };
      return new VeleroCluster({
        name,
        admin: as('sandbox-admin'),
        plugin: as('system:serviceaccount:velero:backstage-velero'),
        veleroNamespace,
      });
    },
  );
  for (const cluster of [one, two]) {
    await eventually(
      `all locations of ${cluster.name} to be available`,
      () => cluster.list('backupstoragelocations'),
      locations =>
        locations.every(({ status }) => status?.phase === 'Available'),
    );
  }
  const world: VeleroWorld = {
    one,
    two,
    restartVelero: async ({ name }) => sandbox.clusters[name].velero!.restart(),
    close: () => sandbox.close(),
  };
  return { world, sandbox };
}
