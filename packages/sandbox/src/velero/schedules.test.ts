import {
  CALM,
  DAY,
  HOUR,
  MINUTE,
  TestCluster,
  TestWorld,
} from './velero.fixture';

function setUp(config = {}) {
  const world = new TestWorld();
  const cluster = world.cluster('one', { ...CALM, ...config });
  cluster.location();
  return { world, cluster };
}

function schedule(cluster: TestCluster, spec: object = {}, metadata = {}) {
  return cluster.api.schedules.create({
    metadata: { name: 'daily', ...metadata },
    spec: { schedule: '0 1 * * *', template: {}, ...spec } as any,
  });
}

function names(cluster: TestCluster): string[] {
  return cluster.api.backups.list().map(({ metadata }) => metadata.name);
}

describe('a schedule', () => {
  it('runs when its time has come, and names its backups by it', () => {
    const { world, cluster } = setUp();
    schedule(cluster);
    world.clock.advance(20 * MINUTE);
    expect(names(cluster)).toEqual([]);
    world.clock.advance(2 * DAY);
    // the server looks once a minute for what was due before
    expect(names(cluster)).toEqual([
      'daily-20260101010100',
      'daily-20260102010100',
    ]);
    expect(cluster.api.schedules.get('daily')).toMatchObject({
      spec: { skipImmediately: false },
      status: { phase: 'Enabled', lastBackup: '2026-01-02T01:01:00Z' },
    });
  });

  it('hands its labels and annotations on', () => {
    const { world, cluster } = setUp();
    schedule(
      cluster,
      { useOwnerReferencesInBackup: true },
      { labels: { tier: 'core' }, annotations: { module: 'mod15' } },
    );
    world.clock.advance(HOUR);
    const [{ metadata }] = cluster.api.backups.list();
    expect(metadata.labels).toEqual({
      tier: 'core',
      'velero.io/schedule-name': 'daily',
      'velero.io/storage-location': 'default',
    });
    expect(metadata.annotations).toMatchObject({ module: 'mod15' });
    expect(metadata.ownerReferences).toEqual([
      expect.objectContaining({ kind: 'Schedule', name: 'daily' }),
    ]);
  });

  it('hands on the labels of its template instead, when it has some', () => {
    const { world, cluster } = setUp();
    schedule(
      cluster,
      { template: { metadata: { labels: { own: 'yes' } } } },
      { labels: { tier: 'core' } },
    );
    world.clock.advance(HOUR);
    expect(cluster.api.backups.list()[0].metadata.labels).toEqual({
      own: 'yes',
      'velero.io/schedule-name': 'daily',
      'velero.io/storage-location': 'default',
    });
  });

  it('does not catch up: however often it was missed, it runs once', () => {
    const { world, cluster } = setUp();
    schedule(cluster);
    cluster.velero.kill();
    world.clock.advance(5 * DAY);
    cluster.velero.start();
    world.clock.advance(10 * MINUTE);
    expect(names(cluster)).toHaveLength(1);
  });

  it('runs at once when its last backup is longer ago than its interval', () => {
    const { world, cluster } = setUp();
    cluster.api.schedules.create({
      metadata: { name: 'daily' },
      spec: { schedule: '0 1 * * *', template: {} },
      status: { lastBackup: '2025-12-01T01:00:00Z' },
    });
    world.clock.advance(MINUTE);
    expect(names(cluster)).toHaveLength(1);
  });

  it('skips that run when it is told to, and forgets that it was told', () => {
    const { world, cluster } = setUp();
    cluster.api.schedules.create({
      metadata: { name: 'daily' },
      spec: { schedule: '0 1 * * *', template: {}, skipImmediately: true },
      status: { lastBackup: '2025-12-01T01:00:00Z' },
    });
    world.clock.advance(10 * MINUTE);
    expect(names(cluster)).toEqual([]);
    expect(cluster.api.schedules.get('daily')).toMatchObject({
      spec: { skipImmediately: false },
      status: { lastSkipped: '2026-01-01T00:30:01Z' },
    });
    world.clock.advance(HOUR);
    expect(names(cluster)).toHaveLength(1);
  });

  it('does not run while it is paused', () => {
    const { world, cluster } = setUp();
    schedule(cluster, { paused: true });
    world.clock.advance(2 * DAY);
    expect(names(cluster)).toEqual([]);
    cluster.api.schedules.modify('daily', ({ spec }) => {
      spec.paused = false;
    });
    world.clock.advance(MINUTE);
    expect(names(cluster)).toHaveLength(1);
  });

  it('with an expression that cannot be read says so', () => {
    const { world, cluster } = setUp();
    schedule(cluster, { schedule: '61 * * * *' });
    world.clock.advance(HOUR);
    const { status } = cluster.api.schedules.get('daily')!;
    expect(status?.phase).toBe('FailedValidation');
    expect(status?.validationErrors?.[0]).toMatch(/^invalid schedule: /);
    expect(names(cluster)).toEqual([]);
  });

  it('stalls behind one backup that never ends, and says nothing', () => {
    const { world, cluster } = setUp({ concurrentBackups: 2 });
    schedule(cluster);
    world.clock.advance(DAY);
    cluster.velero.faults.hang('daily-20260102');
    world.clock.advance(4 * DAY);
    expect(names(cluster)).toEqual([
      'daily-20260101010100',
      'daily-20260102010100',
    ]);
    expect(cluster.api.schedules.get('daily')?.status?.phase).toBe('Enabled');
  });
});
