import { TestDatabases } from '@backstage/backend-test-utils';
import { Bed, configMapOf, namespaceOf } from '../../__testUtils__/Bed';
import { GateBed } from './GateBed';

/** A restore of the workspace that dora owns. */
export const checkout = {
  cluster: 'prod',
  spec: { backupName: 'daily-1', includedNamespaces: ['ws-checkout'] },
};

/** A restore of a workspace of another tenant. */
export const payments = {
  cluster: 'prod',
  spec: { backupName: 'daily-1', includedNamespaces: ['ws-payments'] },
};

function workspace(name: string, id: string, tenant: string, owner: string) {
  const namespace = namespaceOf(name, {
    'appgear.io/workspace-id': id,
    'appgear.io/tenant-id': tenant,
  });
  namespace.metadata.annotations = {
    'appgear.io/owner': `group:default/${owner}`,
  };
  return namespace;
}

/**
 * For a test file: two clusters with one bucket, two workspaces whose settings
 * were lost after the backup, and a new gate for each test.
 */
export function useShops() {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const shops = {} as { bed: Bed; gate: GateBed };

  beforeAll(async () => {
    const bed = await Bed.start(['prod', 'dr']);
    bed.create(
      'prod',
      workspace('ws-checkout', 'checkout', 'acme', 'team-checkout'),
      workspace('ws-payments', 'payments', 'bank', 'team-payments'),
      configMapOf('ws-checkout', 'settings'),
      configMapOf('ws-checkout', 'theme'),
      configMapOf('ws-payments', 'settings'),
    );
    bed.backup('prod', 'daily-1');
    bed.clock.advance(60_000);
    // From here on by itself: Velero signs downloads while we wait.
    bed.clock.run();
    shops.bed = bed;
  });

  beforeEach(async () => {
    for (const namespace of ['ws-checkout', 'ws-payments']) {
      loseSettings(shops.bed, namespace);
    }
    shops.gate = await GateBed.start(
      await databases.init('SQLITE_3'),
      shops.bed,
      shops.bed.config(),
    );
  });

  afterAll(() => shops.bed.close());
  return shops;
}

function loseSettings(bed: Bed, namespace: string) {
  const { store } = bed.cluster('prod');
  const configMaps = store.resourceType('configmaps', '')!;
  if (store.get(configMaps, 'settings', namespace)) {
    store.delete(configMaps, 'settings', namespace);
  }
}

/** A ConfigMap as it lives. */
export function configMap(
  bed: Bed,
  cluster: string,
  namespace: string,
  name: string,
) {
  const { store } = bed.cluster(cluster);
  return store.get(store.resourceType('configmaps', '')!, name, namespace);
}
