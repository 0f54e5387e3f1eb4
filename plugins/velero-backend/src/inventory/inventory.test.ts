import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { Bed, configMapOf, namespaceOf, until } from '../__testUtils__/Bed';
import { migrate } from '../database/openDatabase';
import { Askers } from '../courtesy';
import { WorkspaceDirectory } from '../workspaces';
import { LiveInventory } from './LiveInventory';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
jest.setTimeout(60_000);

function workspaceOf(name: string) {
  return namespaceOf(name, { 'appgear.io/workspace-id': name });
}

describe('LiveInventory', () => {
  let bed: Bed;
  let knex: Knex;
  const running: LiveInventory[] = [];

  beforeEach(async () => {
    bed = await Bed.start(['one']);
    bed.create(
      'one',
      workspaceOf('ws-shop'),
      namespaceOf('elsewhere'),
      configMapOf('ws-shop', 'settings'),
      configMapOf('elsewhere', 'other'),
    );
    knex = await databases.init('SQLITE_3');
    await migrate(knex);
    bed.clock.run();
  });

  afterEach(async () => {
    running.splice(0).forEach(inventory => inventory.stop());
    await bed.close();
  });

  async function replica(identity?: string) {
    const config = bed.config({}, identity);
    const fleet = bed.fleet(config);
    await until(
      'the cluster is live',
      () => fleet.cluster('one')?.view().state === 'live',
    );
    const scheduler = mockServices.scheduler();
    const inventory = new LiveInventory({
      fleet,
      directory: new WorkspaceDirectory(fleet, config.workspaces),
      knex,
      scheduler,
      askers: new Askers(),
      logger: mockServices.logger.mock(),
      config: config.protection,
      pageSize: config.fleet.pageSize,
    });
    running.push(inventory);
    await inventory.start();
    const untilRead = () => scheduler.triggerTask('inventory-one');
    return { inventory, scheduler, untilRead };
  }

  const namesIn = async (inventory: LiveInventory, namespace: string) =>
    (await inventory.namespace('one', namespace))?.objects.map(
      ({ kind, name }) => `${kind}/${name}`,
    );

  it('knows what lives in the namespaces of workspaces, and of no others', async () => {
    const { inventory, untilRead } = await replica();
    await untilRead();
    expect(await namesIn(inventory, 'ws-shop')).toContain('ConfigMap/settings');
    expect(await namesIn(inventory, 'elsewhere')).toBeUndefined();
  });

  it('knows volumes, what claims them and who made them', async () => {
    bed.create(
      'one',
      {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: { name: 'pv-1' },
        spec: {
          capacity: { storage: '5Gi' },
          accessModes: ['ReadWriteOnce'],
          csi: { driver: 'rbd.csi.ceph.com', volumeHandle: 'h' },
        },
      },
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { namespace: 'ws-shop', name: 'data' },
        spec: {
          storageClassName: 'ceph',
          volumeName: 'pv-1',
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '5Gi' } },
        },
        status: { phase: 'Bound', capacity: { storage: '5Gi' } },
      },
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { namespace: 'ws-shop', name: 'db-0' },
        spec: {
          nodeName: 'node-1',
          containers: [{ name: 'db', image: 'db' }],
          volumes: [
            { name: 'v', persistentVolumeClaim: { claimName: 'data' } },
          ],
        },
        status: { phase: 'Running' },
      },
    );
    const { inventory, untilRead } = await replica();
    await untilRead();
    const shop = await inventory.namespace('one', 'ws-shop');
    expect(shop?.volumes).toEqual([
      {
        claim: 'data',
        storageClass: 'ceph',
        bytes: 5 * 2 ** 30,
        volume: 'pv-1',
        driver: 'rbd.csi.ceph.com',
      },
    ]);
    const links = new Map(
      shop?.objects.map(({ kind, links: found }) => [kind, found]),
    );
    expect(links.get('Pod')).toEqual({ claims: ['data'], running: true });
    expect(links.get('PersistentVolumeClaim')).toEqual({ volume: 'pv-1' });
    expect(await namesIn(inventory, '')).toContain('PersistentVolume/pv-1');
  });

  it('reads metadata alone: no secret is ever sent', async () => {
    bed.create('one', {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { namespace: 'ws-shop', name: 'token' },
      data: { password: 'aHVudGVyMg==' },
    });
    const { inventory, untilRead } = await replica();
    await untilRead();
    expect(await namesIn(inventory, 'ws-shop')).toContain('Secret/token');
    expect(
      JSON.stringify(await inventory.namespace('one', 'ws-shop')),
    ).not.toContain('aHVudGVyMg');
  });

  it('counts what it cost', async () => {
    const { inventory, untilRead } = await replica();
    await untilRead();
    const { cost, types } = inventory.stateOf('one')!;
    expect(cost.bytes).toBeGreaterThan(1000);
    expect(cost.requests).toBeLessThan(2 * types.length + 10);
    const { requests } = bed.cluster('one').server;
    expect(requests.total({ verb: 'list', resource: 'configmaps' })).toBe(1);
  });

  it('names the kinds that it may not list', async () => {
    bed.create(
      'one',
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        metadata: { name: 'limited' },
        rules: [
          {
            apiGroups: ['', 'velero.io'],
            resources: ['namespaces', 'configmaps', '*'],
            verbs: ['get', 'list', 'watch'],
          },
        ],
      },
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRoleBinding',
        metadata: { name: 'limited' },
        roleRef: {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'ClusterRole',
          name: 'limited',
        },
        subjects: [{ kind: 'User', name: 'limited' }],
      },
    );
    const { inventory, untilRead } = await replica('limited');
    await untilRead();
    expect(await namesIn(inventory, 'ws-shop')).toContain('ConfigMap/settings');
    expect(inventory.stateOf('one')?.unreadable).toContain('deployments.apps');
  });

  it('is read again when a namespace becomes a workspace', async () => {
    const { inventory, untilRead } = await replica();
    await untilRead();
    bed.create('one', workspaceOf('ws-new'), configMapOf('ws-new', 'fresh'));
    await until(
      'the new namespace is known',
      () => inventory.digestOf('one', 'ws-new') !== undefined,
    );
    expect(await namesIn(inventory, 'ws-new')).toContain('ConfigMap/fresh');
  });

  it('tells of the namespaces that changed, and of those alone', async () => {
    bed.create('one', workspaceOf('ws-blog'));
    const { inventory, scheduler, untilRead } = await replica();
    await untilRead();
    const told: string[] = [];
    inventory.onChange(keys => told.push(...keys));
    bed.create('one', configMapOf('ws-shop', 'more'));
    await scheduler.triggerTask('inventory-one');
    await until('it was told', () => told.length > 0);
    expect(told).toEqual(['one/ws-shop']);
  });

  it('is shared by replicas, and outlives the cluster', async () => {
    const first = await replica();
    await first.untilRead();
    await bed.cluster('one').server.faults.down(true);
    const fleet = bed.fleet();
    const second = new LiveInventory({
      fleet,
      directory: new WorkspaceDirectory(fleet, bed.config().workspaces),
      knex,
      scheduler: mockServices.scheduler(),
      askers: new Askers(),
      logger: mockServices.logger.mock(),
      config: bed.config().protection,
      pageSize: 500,
    });
    running.push(second);
    await second.start();
    expect(await namesIn(second, 'ws-shop')).toContain('ConfigMap/settings');
  });
});
