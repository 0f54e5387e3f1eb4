import { TestDatabases } from '@backstage/backend-test-utils';
import { openVeleroWorld, VeleroWorld } from '../../velero/veleroWorld';
import { PATIENCE_MS, VeleroCluster } from '../../velero/VeleroCluster';
import { eventually } from '../../wire/eventually';
import { uniqueName } from '../../world/world';
import { Portal, Restore } from './Portal';

/** Two clusters, a portal on them, and shops that were backed up. */
export interface Shops {
  world: VeleroWorld;
  portal: Portal;
  /** Holds all shops as they were before they lost their settings. */
  backup: string;
  /** Of this run: the names of its namespaces begin with it. */
  run: string;
}

/** Namespaces of one shop each, by what is to happen to them. */
export const nameOf = ({ run }: Shops, shop: string) => `${run}-${shop}`;

/** Labels and owner of a namespace of a workspace with the same name. */
export function workspace(name: string, tenant = 'acme', owner = 'checkout') {
  return {
    labels: { 'appgear.io/workspace-id': name, 'appgear.io/tenant-id': tenant },
    annotations: { 'appgear.io/owner': `group:default/team-${owner}` },
  };
}

/**
 * For a test file: opens the world, makes the shops in its first cluster, backs
 * them up, has each lose its settings, and starts a portal.
 */
export function useShops(...shops: string[]): Shops {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const all = {} as Shops;

  beforeAll(async () => {
    all.run = uniqueName('gate');
    all.backup = all.run;
    all.world = await openVeleroWorld();
    const { one, two } = all.world;
    const names = shops.map(shop => nameOf(all, shop));
    await Promise.all(names.map(name => makeShop(one, name)));
    await one.backup(all.backup, { includedNamespaces: names });
    await Promise.all(names.map(name => loseSettings(one, name)));
    all.portal = await Portal.start(
      [one, two],
      await databases.init('SQLITE_3'),
    );
    await knows(all.portal, names);
  }, 2 * PATIENCE_MS);

  afterAll(async () => {
    await all.portal?.stop();
    await all.world?.close();
  }, PATIENCE_MS);
  return all;
}

/** A restore of one shop to where it was. */
export function restoreOf(shops: Shops, shop: string, spec = {}): Restore {
  return {
    cluster: shops.world.one,
    spec: {
      backupName: shops.backup,
      includedNamespaces: [nameOf(shops, shop)],
      ...spec,
    },
  };
}

export const configMapPath = (namespace: string, name = 'settings') =>
  `/api/v1/namespaces/${namespace}/configmaps/${name}`;

async function makeShop(cluster: VeleroCluster, name: string) {
  const { labels, annotations } = workspace(name);
  await cluster.namespace(name, labels, annotations);
  await cluster.configMap(name, 'settings', { colour: 'blue' });
  await cluster.configMap(name, 'theme', { font: 'serif' });
}

async function loseSettings(cluster: VeleroCluster, name: string) {
  await cluster.wire.delete(configMapPath(name));
  await cluster.gone(configMapPath(name));
}

/** Who owns a namespace, the portal knows by its own watch. */
async function knows(portal: Portal, names: string[]) {
  await eventually(
    'the portal to know the shops',
    async () =>
      (
        await portal.get('otto.operator', '/workspaces?limit=200')
      ).body.items,
    items =>
      names.every(name => items.some(({ id }: { id: string }) => id === name)),
    PATIENCE_MS,
  );
}
