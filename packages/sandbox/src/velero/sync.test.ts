import { HOUR, MINUTE, TestWorld } from './velero.fixture';

function setUp() {
  const world = new TestWorld();
  const production = world.cluster('production');
  production.location('dr-s3');
  production.namespace('ws-a', { tenant: 'acme' });
  production.configMap('ws-a', 'settings', { colour: 'blue' });
  const recovery = world.cluster('recovery');
  recovery.location('from-production', { accessMode: 'ReadOnly' });
  return { world, production, recovery };
}

describe('a bucket that two clusters share', () => {
  it('brings the backups of one into the other', () => {
    const { world, production, recovery } = setUp();
    const made = production.backup('one', { includedNamespaces: ['ws-a'] });
    world.clock.advance(2 * MINUTE);
    const synced = recovery.api.backups.get('one')!;
    expect(synced.metadata.uid).not.toBe(made.metadata.uid);
    expect(synced.metadata.labels).toEqual({
      'velero.io/storage-location': 'from-production',
    });
    expect(synced.spec.storageLocation).toBe('from-production');
    expect(synced.status).toEqual(made.status);
  });

  it('restores there what was backed up here', () => {
    const { world, production, recovery } = setUp();
    production.backup('one', { includedNamespaces: ['ws-a'] });
    world.clock.advance(2 * MINUTE);
    const { status } = recovery.restore('back', { backupName: 'one' });
    expect(status).toMatchObject({ phase: 'Completed' });
    expect(recovery.get('namespaces', 'ws-a')?.metadata.labels).toMatchObject({
      tenant: 'acme',
    });
    expect(recovery.get('configmaps', 'settings', 'ws-a')?.data).toEqual({
      colour: 'blue',
    });
  });

  it('takes away there what is deleted here', () => {
    const { world, production, recovery } = setUp();
    production.backup('one', { ttl: '1h0m0s' });
    world.clock.advance(2 * MINUTE);
    expect(recovery.api.backups.get('one')).toBeDefined();
    world.clock.advance(3 * HOUR);
    expect(recovery.api.backups.get('one')).toBeUndefined();
  });

  it('keeps what failed: there never were files of it', () => {
    const { world, production } = setUp();
    production.velero.faults.hang('stuck');
    production.backup('stuck');
    production.velero.restart();
    world.clock.advance(HOUR);
    expect(production.api.backups.get('stuck')?.status?.phase).toBe('Failed');
  });

  it('is not read while it is unavailable', () => {
    const { world, production, recovery } = setUp();
    production.backup('one');
    world.clock.advance(2 * MINUTE);
    world.objects.faults.injectBucket('dr', 'unavailable');
    world.clock.advance(HOUR);
    expect(recovery.api.backups.get('one')).toBeDefined();
  });
});
