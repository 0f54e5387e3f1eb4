import { CALM, DAY, HOUR, MINUTE, TestWorld } from './velero.fixture';

function setUp() {
  const world = new TestWorld();
  const cluster = world.cluster('one', CALM);
  cluster.location();
  cluster.namespace('ws-a');
  cluster.configMap('ws-a', 'settings');
  return { world, cluster };
}

describe('retention', () => {
  it('takes a backup away when it expires, with its files and restores', () => {
    const { world, cluster } = setUp();
    cluster.backup('short', { ttl: '1h0m0s', includedNamespaces: ['ws-a'] });
    cluster.restore('again', { backupName: 'short' });
    cluster.backup('long', { ttl: '720h0m0s' });
    expect(world.objects.folders('dr', 'restores/')).toEqual(['again']);
    world.clock.advance(3 * HOUR);
    expect(
      cluster.api.backups.list().map(({ metadata }) => metadata.name),
    ).toEqual(['long']);
    expect(world.objects.folders('dr', 'backups/')).toEqual(['long']);
    expect(world.objects.folders('dr', 'restores/')).toEqual([]);
    expect(cluster.api.restores.list()).toEqual([]);
    expect(cluster.api.deleteRequests.list()).toEqual([]);
  });

  it('stops at a read-only location, and labels what it left', () => {
    const { world, cluster } = setUp();
    cluster.backup('short', { ttl: '1h0m0s' });
    cluster.api.storageLocations.modify('default', ({ spec }) => {
      spec.accessMode = 'ReadOnly';
    });
    world.clock.advance(3 * HOUR);
    expect(cluster.api.backups.get('short')?.metadata.labels).toMatchObject({
      'velero.io/gc-failure': 'BSLReadOnly',
    });
    expect(world.objects.folders('dr', 'backups/')).toEqual(['short']);
  });

  it('waits for a location that is unavailable', () => {
    const { world, cluster } = setUp();
    cluster.backup('short', { ttl: '1h0m0s' });
    world.objects.faults.injectBucket('dr', 'forbidden');
    world.clock.advance(5 * HOUR);
    expect(cluster.api.backups.get('short')).toBeDefined();
    world.objects.faults.clear();
    world.clock.advance(2 * HOUR);
    expect(cluster.api.backups.get('short')).toBeUndefined();
  });
});

describe('a request to delete a backup', () => {
  function ask(
    cluster: ReturnType<typeof setUp>['cluster'],
    backupName: string,
  ) {
    cluster.api.deleteRequests.create({
      metadata: { name: 'delete' },
      spec: { backupName },
    });
  }

  it('that does not exist is processed, with an error, and kept for a day', () => {
    const { world, cluster } = setUp();
    ask(cluster, 'nothing');
    world.clock.advance(MINUTE);
    expect(cluster.api.deleteRequests.get('delete')?.status).toMatchObject({
      phase: 'Processed',
      errors: ['backup not found'],
    });
    world.clock.advance(2 * DAY);
    expect(cluster.api.deleteRequests.list()).toEqual([]);
  });

  it('that is still in progress is refused', () => {
    const { world, cluster } = setUp();
    cluster.velero.faults.hang('stuck');
    cluster.backup('stuck');
    ask(cluster, 'stuck');
    world.clock.advance(MINUTE);
    expect(cluster.api.deleteRequests.get('delete')?.status?.errors).toEqual([
      'backup is still in progress',
    ]);
  });
});
