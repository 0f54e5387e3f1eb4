import { HOUR, MINUTE, TestWorld } from './velero.fixture';

function setUp() {
  const world = new TestWorld();
  return { world, cluster: world.cluster() };
}

describe('a storage location', () => {
  it('is available when its bucket can be listed', () => {
    const { world, cluster } = setUp();
    cluster.location();
    world.clock.advance(2 * MINUTE);
    expect(cluster.api.storageLocations.get('default')?.status).toMatchObject({
      phase: 'Available',
      lastSyncedTime: '2026-01-01T00:32:00Z',
    });
  });

  it.each([
    [
      { objectStorage: { bucket: '${BUCKET}' } },
      /, api error InvalidBucketName/,
    ],
    [{ objectStorage: { bucket: 'nowhere' } }, /, NoSuchBucket/],
    [{ objectStorage: { bucket: 'dr/prod' } }, /must not contain a '\/'/],
    [
      { provider: 'gcp' },
      /unable to locate ObjectStore plugin named velero.io\/gcp/,
    ],
  ])('is not, and says why, with %j', (spec, message) => {
    const { cluster } = setUp();
    cluster.location('default', spec);
    const { status } = cluster.api.storageLocations.get('default')!;
    expect(status?.phase).toBe('Unavailable');
    expect(status?.message).toMatch(message);
    expect(status?.message).toMatch(
      /^BackupStorageLocation "default" is unavailable: /,
    );
  });

  it('refuses a bucket that holds other things', () => {
    const { world, cluster } = setUp();
    world.objects.put('dr', 'photos/cat.jpg', Buffer.from('cat'));
    cluster.location();
    expect(
      cluster.api.storageLocations.get('default')?.status?.message,
    ).toMatch(/invalid top-level directories: \[photos\]/);
  });

  it('is looked at again, and again', () => {
    const { world, cluster } = setUp();
    cluster.location();
    const status = () => cluster.api.storageLocations.get('default')?.status;
    world.objects.faults.injectBucket('dr', 'unavailable');
    world.clock.advance(2 * MINUTE);
    expect(status()?.phase).toBe('Unavailable');
    world.objects.faults.clear();
    world.clock.advance(2 * MINUTE);
    expect(status()).toMatchObject({ phase: 'Available' });
    expect(status()?.message).toBeUndefined();
  });

  it('gives way to a newer default', () => {
    const { cluster } = setUp();
    cluster.location('old');
    cluster.location('new');
    const isDefault = (name: string) =>
      cluster.api.storageLocations.get(name)?.spec.default;
    expect([isDefault('old'), isDefault('new')]).toEqual([false, true]);
  });
});

describe('a server status request', () => {
  it('is answered, and forgotten', () => {
    const { world, cluster } = setUp();
    cluster.api.statusRequests.create({ metadata: { name: 'ask' }, spec: {} });
    world.clock.advance(1_000);
    const { status } = cluster.api.statusRequests.get('ask')!;
    expect(status).toMatchObject({
      phase: 'Processed',
      serverVersion: 'v1.18.2',
    });
    expect(status?.plugins).toContainEqual({
      kind: 'ObjectStore',
      name: 'velero.io/aws',
    });
    world.clock.advance(HOUR);
    expect(cluster.api.statusRequests.list()).toEqual([]);
  });
});
