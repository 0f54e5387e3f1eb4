import { gunzipSync } from 'zlib';
import { CALM, DAY, MINUTE, TestWorld } from './velero.fixture';

function setUp(config = {}) {
  const world = new TestWorld();
  const cluster = world.cluster('one', config);
  cluster.location();
  cluster.namespace('ws-a', { 'appgear.io/backup-enabled': 'true' });
  cluster.configMap('ws-a', 'settings', { colour: 'blue' });
  cluster.configMap(
    'ws-a',
    'labelled',
    {},
    { 'appgear.io/backup-enabled': 'true' },
  );
  cluster.namespace('ws-b', { 'appgear.io/backup-enabled': 'true' });
  cluster.configMap('ws-b', 'settings');
  return { world, cluster, ...cluster.velero };
}

describe('a backup', () => {
  it('goes through its phases in order', () => {
    const { world, cluster } = setUp();
    const phases: string[] = [];
    cluster.api.backups.subscribe(({ object }) => {
      const phase = object.status?.phase ?? '';
      if (phases.at(-1) !== phase) {
        phases.push(phase);
      }
    });
    cluster.backup('one');
    expect(phases).toEqual([
      '',
      'Queued',
      'ReadyToStart',
      'InProgress',
      'Finalizing',
      'Completed',
    ]);
    expect(world.json('backups/one/velero-backup.json').status.phase).toBe(
      'Completed',
    );
  });

  it('completes what its spec leaves open', () => {
    const { cluster } = setUp();
    const { spec, status, metadata } = cluster.backup('one');
    expect(spec).toMatchObject({
      ttl: '720h0m0s',
      storageLocation: 'default',
      includedNamespaces: ['*'],
      snapshotMoveData: false,
      defaultVolumesToFsBackup: false,
    });
    expect(metadata.labels).toEqual({
      'velero.io/storage-location': 'default',
    });
    expect(status).toMatchObject({
      formatVersion: '1.1.0',
      startTimestamp: '2026-01-01T00:30:01Z',
      expiration: '2026-01-31T00:30:01Z',
    });
    expect(status?.errors).toBeUndefined();
  });

  it('holds what its spec selects, and says so', () => {
    const { world, cluster } = setUp();
    const { status } = cluster.backup('one', { includedNamespaces: ['ws-a'] });
    expect(cluster.resourceList('one')).toEqual({
      'v1/ConfigMap': ['ws-a/labelled', 'ws-a/settings'],
      'v1/Namespace': ['ws-a'],
    });
    expect(status?.progress).toEqual({ totalItems: 3, itemsBackedUp: 3 });
    expect(world.json('backups/one/one-results.gz')).toEqual({
      errors: {},
      warnings: {},
    });
    expect(world.json('backups/one/one-volumeinfo.json.gz')).toEqual([]);
    expect(world.text('backups/one/one-logs.gz')).toMatch(
      /level=info msg="Backing up item" backup=velero\/one name="settings" namespace="ws-a" resource="configmaps"/,
    );
  });

  it('by the label of a namespace holds next to nothing of it', () => {
    const { cluster } = setUp();
    const { status } = cluster.backup('one', {
      includedNamespaces: ['*'],
      labelSelector: { matchLabels: { 'appgear.io/backup-enabled': 'true' } },
    });
    expect(status?.phase).toBe('Completed');
    expect(cluster.resourceList('one')).toEqual({
      'v1/ConfigMap': ['ws-a/labelled'],
      'v1/Namespace': ['ws-a', 'ws-b'],
    });
  });

  it('of a namespace that does not exist is partial', () => {
    const { world, cluster } = setUp();
    const { status } = cluster.backup('one', {
      includedNamespaces: ['ws-a', 'ws-gone'],
    });
    expect(status).toMatchObject({ phase: 'PartiallyFailed', errors: 1 });
    expect(world.json('backups/one/one-results.gz').errors.velero).toEqual([
      ' resource: /namespaces message: /fail to get the namespace ws-gone specified in backup.Spec.IncludedNamespaces',
    ]);
  });

  it('of an object that cannot be read is partial, and still lists it', () => {
    const { world, cluster } = setUp();
    cluster.velero.faults.failItem({
      operation: 'backup',
      namespace: 'ws-a',
      kind: 'ConfigMap',
      name: 'settings',
      message: 'configmaps "settings" is forbidden',
    });
    const { status } = cluster.backup('one', { includedNamespaces: ['ws-a'] });
    expect(status).toMatchObject({ phase: 'PartiallyFailed', errors: 1 });
    expect(world.json('backups/one/one-results.gz').errors).toEqual({
      velero: [
        ' name: /settings message: /Error backing up item error: /configmaps "settings" is forbidden',
      ],
    });
    expect(cluster.resourceList('one')['v1/ConfigMap']).toContain(
      'ws-a/settings',
    );
  });

  it.each([
    [{}, 1, true],
    [{ 'pre.hook.backup.velero.io/on-error': 'Fail' }, 2, false],
  ])('with a hook that cannot run, %j', (annotations, errors, isSaved) => {
    const { world, cluster } = setUp();
    cluster.create({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        namespace: 'ws-a',
        name: 'db',
        annotations: {
          'pre.hook.backup.velero.io/command': '["/bin/true"]',
          ...annotations,
        },
      },
      spec: { containers: [{ name: 'db', image: 'db' }] },
    });
    const { status } = cluster.backup('one', { includedNamespaces: ['ws-a'] });
    expect(status).toMatchObject({
      phase: 'PartiallyFailed',
      errors,
      hookStatus: { hooksAttempted: 1, hooksFailed: 1 },
    });
    // It is on the list in any case, and in the tarball only when it was saved.
    expect(cluster.resourceList('one')['v1/Pod']).toEqual(['ws-a/db']);
    const tarball = gunzipSync(
      world.objects.get('dr', 'backups/one/one.tar.gz')!,
    );
    expect(tarball.includes('resources/pods/namespaces/ws-a/db.json')).toBe(
      isSaved,
    );
  });

  it('that is deleted while it runs leaves nothing', () => {
    const { world, cluster } = setUp();
    cluster.api.backups.create({ metadata: { name: 'one' }, spec: {} });
    world.clock.advance(100);
    expect(cluster.api.backups.get('one')?.status?.phase).toBe('InProgress');
    cluster.api.backups.delete('one');
    world.clock.advance(60_000);
    expect(cluster.api.backups.get('one')).toBeUndefined();
    expect(cluster.backup('two').status?.phase).toBe('Completed');
  });

  it('fails when its name is in the bucket already', () => {
    const { world, cluster } = setUp();
    world.objects.put('dr', 'backups/one/velero-backup.json', Buffer.from('{'));
    expect(cluster.backup('one').status).toMatchObject({
      phase: 'Failed',
      failureReason: 'backup already exists in object storage',
    });
  });

  it('fails when its bucket fails while it runs', () => {
    const { world, cluster } = setUp();
    cluster.api.backups.create({ metadata: { name: 'one' }, spec: {} });
    world.clock.advance(1_000);
    world.objects.faults.injectBucket('dr', 'unavailable');
    world.clock.advance(30_000);
    const { status } = cluster.api.backups.get('one')!;
    expect(status?.phase).toBe('Failed');
    expect(status?.failureReason).toMatch(/StatusCode: 503/);
  });

  it('is given up when the server restarts in the middle', () => {
    const { world, cluster } = setUp();
    cluster.api.backups.create({ metadata: { name: 'one' }, spec: {} });
    world.clock.advance(1_000);
    expect(cluster.api.backups.get('one')?.status?.phase).toBe('InProgress');
    cluster.velero.restart();
    world.clock.advance(10 * MINUTE);
    expect(cluster.api.backups.get('one')?.status).toMatchObject({
      phase: 'Failed',
      failureReason:
        'found a backup with status "InProgress" during the server starting, mark it as "Failed"',
    });
    expect(world.objects.has('dr', 'backups/one/velero-backup.json')).toBe(
      false,
    );
  });
});

describe('a backup that Velero refuses', () => {
  it.each([
    [
      'a location that does not exist',
      { storageLocation: 'nowhere' },
      /the default nowhere was not found.*"nowhere" not found/,
    ],
    [
      'snapshot locations that do not exist',
      { volumeSnapshotLocations: ['csi'] },
      /VolumeSnapshotLocation CRD for the location csi/,
    ],
    [
      'lists that contradict each other',
      { includedNamespaces: ['ws-a'], excludedNamespaces: ['ws-a'] },
      /Invalid included\/excluded namespace lists: excludes list cannot contain an item in the includes list: ws-a/,
    ],
    [
      'old and new filters',
      { includedResources: ['pods'], includedClusterScopedResources: ['*'] },
      /They cannot be used together/,
    ],
    [
      'both kinds of selectors',
      {
        labelSelector: { matchLabels: { a: 'b' } },
        orLabelSelectors: [{ matchLabels: { a: 'b' } }],
      },
      /encountered labelSelector as well as orLabelSelectors/,
    ],
    [
      'a policy that does not exist',
      { resourcePolicy: { kind: 'configmap', name: 'policy' } },
      /fail to get ResourcePolicies velero\/policy ConfigMap/,
    ],
  ])('for %s', (_, spec, problem) => {
    const { world, cluster } = setUp();
    const { status } = cluster.backup('one', spec);
    expect(status?.phase).toBe('FailedValidation');
    expect(status?.validationErrors?.join('\n')).toMatch(problem);
    expect(status?.startTimestamp).toBeUndefined();
    expect(world.objects.folders('dr', 'backups/')).toEqual([]);
  });

  it('for a location that is read-only, or not available', () => {
    const { world, cluster } = setUp();
    cluster.location('archive', { accessMode: 'ReadOnly', default: false });
    cluster.location('lost', {
      objectStorage: { bucket: 'lost' },
      default: false,
    });
    expect(
      cluster.backup('one', { storageLocation: 'archive' }).status
        ?.validationErrors,
    ).toEqual([
      "backup can't be created because backup storage location archive is currently in read-only mode",
    ]);
    expect(
      cluster.backup('two', { storageLocation: 'lost' }).status
        ?.validationErrors,
    ).toEqual([
      "backup can't be created because BackupStorageLocation lost is in Unavailable status.",
    ]);
    expect(world.objects.folders('dr', 'backups/')).toEqual([]);
  });
});

describe('the queue', () => {
  it('runs one backup at a time', () => {
    const { world, cluster } = setUp();
    for (const name of ['one', 'two', 'three']) {
      cluster.api.backups.create({ metadata: { name }, spec: {} });
    }
    world.clock.advance(1_000);
    const phases = () =>
      ['one', 'two', 'three'].map(name => {
        const { phase, queuePosition } = cluster.api.backups.get(name)!.status!;
        return `${phase} ${queuePosition ?? ''}`.trim();
      });
    expect(phases()).toEqual(['InProgress', 'Queued 1', 'Queued 2']);
    world.clock.advance(2_000);
    expect(phases()).toEqual(['Completed', 'InProgress', 'Queued 1']);
    world.clock.advance(MINUTE);
    expect(phases()).toEqual(['Completed', 'Completed', 'Completed']);
  });

  it('runs several when it may, but none of the same namespace', () => {
    const { world, cluster } = setUp({ concurrentBackups: 3 });
    const create = (name: string, namespace: string) =>
      cluster.api.backups.create({
        metadata: { name },
        spec: { includedNamespaces: [namespace] },
      });
    create('a1', 'ws-a');
    create('a2', 'ws-a');
    create('b1', 'ws-b');
    world.clock.advance(1_000);
    const phases = ['a1', 'a2', 'b1'].map(
      name => cluster.api.backups.get(name)?.status?.phase,
    );
    expect(phases).toEqual(['InProgress', 'Queued', 'InProgress']);
  });

  it('waits behind a backup that hangs, for days', () => {
    const { world, cluster } = setUp(CALM);
    cluster.velero.faults.hang('stuck');
    cluster.api.backups.create({ metadata: { name: 'stuck' }, spec: {} });
    world.clock.advance(MINUTE);
    cluster.api.backups.create({ metadata: { name: 'later' }, spec: {} });
    world.clock.advance(2 * DAY);
    expect(cluster.api.backups.get('stuck')?.status?.phase).toBe('InProgress');
    expect(cluster.api.backups.get('later')?.status?.phase).toBe('Queued');
  });
});
