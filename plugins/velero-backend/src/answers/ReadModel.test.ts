import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { eventually, impatientFleet, TestCluster } from '../__testUtils__';
import { readVeleroConfig } from '../config';
import { Fleet } from '../fleet';
import { Reader } from '../permissions';
import { freshnessFor } from './clusters';
import { protectionIn } from './protection';
import { ReadModel } from './ReadModel';

const SHARED = {
  spec: {
    provider: 'aws',
    default: true,
    objectStorage: { bucket: 'shared', prefix: 'production' },
  },
};
const LONG_AGO = {
  startTimestamp: '2025-01-01T02:00:00Z',
  completionTimestamp: '2025-01-01T02:05:00Z',
};

/** A production cluster, and the one that stands by on the same bucket. */
describe('ReadModel', () => {
  let prod: TestCluster;
  let standby: TestCluster;
  let fleet: Fleet;
  let model: ReadModel;

  beforeEach(async () => {
    [prod, standby] = await Promise.all([
      TestCluster.start({ name: 'prod' }),
      TestCluster.start({ name: 'standby' }),
    ]);
    prod.createWorkspace('checkout');
    prod.createWorkspace('payments');
    prod.createStorageLocation('main', SHARED);
    standby.createStorageLocation('from-prod', SHARED);
    const config = readVeleroConfig(
      new ConfigReader({
        velero: {
          clusters: [prod, standby].map(({ config: entry }) => entry),
          fleet: impatientFleet,
        },
      }),
    );
    fleet = new Fleet(config, mockServices.logger.mock());
    model = new ReadModel(fleet, config);
  });

  afterEach(async () => {
    fleet.stop();
    await Promise.all([prod.close(), standby.close()]);
  });

  async function read(): Promise<void> {
    fleet.start();
    await eventually(() => {
      for (const cluster of fleet.clusters) {
        if (cluster.view().state !== 'live') {
          throw new Error(`${cluster.name} is ${cluster.view().state}`);
        }
      }
    });
  }

  const scopeOf = (cluster: string, name: string) =>
    [
      ...model.scopes.workspacesOf(fleet.tables.backups.get(cluster, name)!),
    ].sort();

  it('takes the scope of a backup from the namespaces of its own cluster', async () => {
    prod.createBackup('everything', { spec: { storageLocation: 'main' } });
    prod.createBackup('one', {
      spec: { includedNamespaces: ['ws-payments'], storageLocation: 'main' },
    });
    prod.createBackup('others', {
      spec: { excludedNamespaces: ['ws-payments'], storageLocation: 'main' },
    });
    standby.createBackup('own', { spec: { storageLocation: 'from-prod' } });
    await read();
    expect(scopeOf('prod', 'everything')).toEqual(['checkout', 'payments']);
    expect(scopeOf('prod', 'one')).toEqual(['payments']);
    expect(scopeOf('prod', 'others')).toEqual(['checkout']);
    expect(scopeOf('standby', 'own')).toEqual([]);
  });

  it('knows whose namespaces a backup may hold that came out of a shared bucket', async () => {
    standby.createBackup('synced', {
      spec: { storageLocation: 'from-prod' },
      status: { phase: 'Completed', ...LONG_AGO },
    });
    await read();
    expect(scopeOf('standby', 'synced')).toEqual(['checkout', 'payments']);
  });

  it('tells the age of clusters that hold backups of what a reader sees', async () => {
    standby.createBackup('synced', {
      spec: {
        storageLocation: 'from-prod',
        includedNamespaces: ['ws-checkout'],
      },
      status: { phase: 'Completed', ...LONG_AGO },
    });
    await read();
    const readerOf = (id: string) => {
      const workspaces = {
        denied: false,
        all: false,
        sees: (other: string) => other === id,
      };
      return { clusters: false, workspaces } as Reader;
    };
    const clustersFor = (id: string) =>
      freshnessFor(model, readerOf(id)).map(({ cluster }) => cluster);
    expect(clustersFor('checkout')).toEqual(['prod', 'standby']);
    expect(clustersFor('payments')).toEqual(['prod']);
    expect(clustersFor('nothing')).toEqual([]);

    model.standings = {
      ...model.standings,
      evidencePaused: ['standby'],
    };
    const pausedFor = (id: string) =>
      protectionIn(model, readerOf(id)).evidencePaused;
    expect(pausedFor('checkout')).toEqual(['standby']);
    expect(pausedFor('payments')).toEqual([]);
  });

  it('follows namespaces that come, change and go', async () => {
    prod.createBackup('everything', { spec: { storageLocation: 'main' } });
    await read();
    const groups = () =>
      ['checkout', 'late'].map(id => model.scopes.groupsTouching(id).size);
    expect(groups()).toEqual([1, 0]);

    prod.createWorkspace('late');
    await eventually(() => expect(groups()).toEqual([1, 1]));

    const namespaces = prod.store.resourceType('namespaces', '')!;
    prod.store.modify(namespaces, 'ws-late', undefined, namespace => {
      namespace.metadata.labels!['appgear.io/workspace-id'] = 'checkout';
    });
    await eventually(() => expect(groups()).toEqual([1, 0]));
    expect(model.directory.get('checkout')?.namespaces).toHaveLength(2);

    prod.store.delete(namespaces, 'ws-checkout');
    prod.store.delete(namespaces, 'ws-late');
    await eventually(() => expect(groups()).toEqual([0, 0]));
    expect(model.directory.get('checkout')).toBeUndefined();
  });

  it('finds new backups of new scopes, and forgets those that are gone', async () => {
    await read();
    const touching = () =>
      [...model.scopes.groupsTouching('checkout')].flatMap(({ backups }) =>
        backups.rows().map(({ name }) => name),
      );
    expect(touching()).toEqual([]);
    prod.createBackup('b1', { spec: { includedNamespaces: ['ws-checkout'] } });
    await eventually(() => expect(touching()).toEqual(['b1']));
    prod.deleteBackup('b1');
    await eventually(() => expect(touching()).toEqual([]));
  });

  it('gives a restore the workspaces that it brings and that it writes into', async () => {
    const toCheckout = { 'ws-payments': 'ws-checkout' };
    prod.createBackup('payments-1', {
      spec: { includedNamespaces: ['ws-payments'], storageLocation: 'main' },
    });
    prod.createRestore('in-place', { spec: { backupName: 'payments-1' } });
    prod.createRestore('across', {
      spec: { backupName: 'payments-1', namespaceMapping: toCheckout },
    });
    standby.createBackup('payments-1', {
      spec: {
        includedNamespaces: ['ws-payments'],
        storageLocation: 'from-prod',
      },
      status: { phase: 'Completed', ...LONG_AGO },
    });
    standby.createRestore('elsewhere', { spec: { backupName: 'payments-1' } });
    await read();
    const touched = (cluster: string, name: string) =>
      [
        ...model.workspacesOfRestore(fleet.tables.restores.get(cluster, name)!),
      ].sort();
    expect(touched('prod', 'in-place')).toEqual(['payments']);
    expect(touched('prod', 'across')).toEqual(['checkout', 'payments']);
    expect(touched('standby', 'elsewhere')).toEqual(['payments']);
  });

  it('finds the schedules that take a workspace in', async () => {
    prod.createSchedule('all');
    prod.createSchedule('payments-only', {
      spec: {
        schedule: '@daily',
        template: { includedNamespaces: ['ws-payments'] },
      },
    });
    await read();
    const names = (id: string) =>
      model
        .schedulesTouching(id)
        .map(({ schedule }) => schedule.name)
        .sort();
    expect(names('checkout')).toEqual(['all']);
    expect(names('payments')).toEqual(['all', 'payments-only']);
  });
});
