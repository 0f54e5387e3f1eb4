import { TestCluster, TestWorld } from './velero.fixture';

function setUp() {
  const world = new TestWorld();
  const cluster = world.cluster();
  cluster.location();
  cluster.namespace('ws-a', { tenant: 'acme' });
  cluster.configMap('ws-a', 'settings', { colour: 'blue' }, { app: 'shop' });
  cluster.configMap('ws-a', 'other', { a: '1' }, { app: 'mail' });
  cluster.create({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { namespace: 'ws-a', name: 'shop' },
    spec: { clusterIP: '10.0.0.7', ports: [{ port: 80, nodePort: 30080 }] },
  });
  cluster.backup('one', { includedNamespaces: ['ws-a'] });
  return { world, cluster };
}

function lose(cluster: TestCluster, name = 'ws-a'): void {
  cluster.store.delete(cluster.store.resourceType('namespaces', '')!, name);
}

function change(cluster: TestCluster, name = 'settings'): void {
  const type = cluster.store.resourceType('configmaps', '')!;
  cluster.store.modify(type, name, 'ws-a', object => {
    object.data = { colour: 'red', added: 'later' };
  });
}

function outcome(world: TestWorld, restore = 'back') {
  return world.json(
    `restores/${restore}/restore-${restore}-resource-list.json.gz`,
  );
}

function results(world: TestWorld, restore = 'back') {
  return world.json(`restores/${restore}/restore-${restore}-results.gz`);
}

describe('a restore', () => {
  it('brings back what is missing, marked as restored', () => {
    const { world, cluster } = setUp();
    lose(cluster);
    const { spec, status, metadata } = cluster.restore('back', {
      backupName: 'one',
    });
    expect(status).toMatchObject({
      phase: 'Completed',
      progress: { totalItems: 4, itemsRestored: 4 },
    });
    expect(spec.excludedResources).toContain('backups.velero.io');
    expect(metadata.finalizers).toEqual([
      'restores.velero.io/external-resources-finalizer',
    ]);
    expect(outcome(world)).toEqual({
      'v1/ConfigMap': ['ws-a/other(created)', 'ws-a/settings(created)'],
      'v1/Namespace': ['ws-a(created)'],
      'v1/Service': ['ws-a/shop(created)'],
    });
    expect(cluster.get('configmaps', 'settings', 'ws-a')).toMatchObject({
      data: { colour: 'blue' },
      metadata: {
        labels: {
          app: 'shop',
          'velero.io/backup-name': 'one',
          'velero.io/restore-name': 'back',
        },
      },
    });
    expect(cluster.get('services', 'shop', 'ws-a')?.spec).toEqual({
      ports: [{ port: 80 }],
    });
    expect(cluster.get('namespaces', 'ws-a')?.metadata.labels).toMatchObject({
      tenant: 'acme',
    });
  });

  it('leaves what lives alone, and warns only of what differs', () => {
    const { world, cluster } = setUp();
    change(cluster);
    const { status } = cluster.restore('back', {
      backupName: 'one',
      includedResources: ['configmaps'],
    });
    expect(status).toMatchObject({ phase: 'Completed', warnings: 1 });
    expect(outcome(world)).toEqual({
      'v1/ConfigMap': ['ws-a/other(skipped)', 'ws-a/settings(failed)'],
    });
    expect(results(world).warnings.namespaces['ws-a']).toEqual([
      'could not restore, ConfigMap:settings already exists. Warning: the in-cluster version is different than the backed-up version',
    ]);
    expect(cluster.get('configmaps', 'settings', 'ws-a')?.data.colour).toBe(
      'red',
    );
  });

  it('changes what lives when its policy says update', () => {
    const { world, cluster } = setUp();
    change(cluster);
    const { status } = cluster.restore('back', {
      backupName: 'one',
      existingResourcePolicy: 'update',
      includedResources: ['configmaps'],
    });
    expect(status?.phase).toBe('Completed');
    expect(status?.warnings).toBeUndefined();
    expect(outcome(world)).toEqual({
      'v1/ConfigMap': ['ws-a/other(skipped)', 'ws-a/settings(updated)'],
    });
    expect(cluster.get('configmaps', 'settings', 'ws-a')?.data).toEqual({
      colour: 'blue',
    });
    expect(
      cluster.get('configmaps', 'other', 'ws-a')?.metadata.labels,
    ).toMatchObject({ 'velero.io/restore-name': 'back' });
  });

  it('goes to another namespace when it is mapped', () => {
    const { world, cluster } = setUp();
    cluster.restore('back', {
      backupName: 'one',
      namespaceMapping: { 'ws-a': 'ws-drill' },
    });
    expect(outcome(world)).toMatchObject({
      'v1/Namespace': ['ws-drill(created)'],
      'v1/ConfigMap': ['ws-drill/other(created)', 'ws-drill/settings(created)'],
    });
    expect(cluster.get('configmaps', 'settings', 'ws-drill')?.data).toEqual({
      colour: 'blue',
    });
  });

  it.each([
    [
      { labelSelector: { matchLabels: { app: 'shop' } } },
      ['ws-a/settings(created)'],
    ],
    [
      {
        orLabelSelectors: [
          { matchLabels: { app: 'shop' } },
          { matchLabels: { app: 'mail' } },
        ],
      },
      ['ws-a/other(created)', 'ws-a/settings(created)'],
    ],
    [{ includedNamespaces: ['ws-b'] }, undefined],
    [{ excludedResources: ['configmap'] }, undefined],
  ])('takes only what %j selects', (spec, expected) => {
    const { world, cluster } = setUp();
    lose(cluster);
    cluster.restore('back', { backupName: 'one', ...spec });
    expect(outcome(world)['v1/ConfigMap']).toEqual(expected);
  });

  it('changes objects on the way by its modifiers', () => {
    const { cluster } = setUp();
    lose(cluster);
    cluster.configMap('velero', 'modifiers', {
      'rules.yaml': [
        'version: v1',
        'resourceModifierRules:',
        '- conditions:',
        '    groupResource: configmaps',
        '    resourceNameRegex: "^sett"',
        '  patches:',
        '  - operation: replace',
        '    path: /data/colour',
        '    value: green',
        '- conditions:',
        '    groupResource: services',
        '  mergePatches:',
        '  - patchData: |',
        '      spec: { type: ClusterIP }',
      ].join('\n'),
    });
    cluster.restore('back', {
      backupName: 'one',
      resourceModifier: { kind: 'ConfigMap', name: 'modifiers' },
    });
    expect(cluster.get('configmaps', 'settings', 'ws-a')?.data).toEqual({
      colour: 'green',
    });
    expect(cluster.get('services', 'shop', 'ws-a')?.spec.type).toBe(
      'ClusterIP',
    );
  });

  it('of an object that is refused ends partially failed', () => {
    const { world, cluster } = setUp();
    lose(cluster);
    cluster.velero.faults.failItem({
      operation: 'restore',
      namespace: 'ws-a',
      kind: 'Service',
      name: 'shop',
      message: 'admission webhook denied the request',
    });
    const { status } = cluster.restore('back', { backupName: 'one' });
    expect(status).toMatchObject({ phase: 'PartiallyFailed', errors: 1 });
    expect(outcome(world)['v1/Service']).toEqual(['ws-a/shop(failed)']);
    expect(results(world).errors.namespaces['ws-a']).toEqual([
      'error restoring services/ws-a/shop: admission webhook denied the request',
    ]);
  });

  it('takes the newest completed backup of a schedule', () => {
    const { cluster } = setUp();
    cluster.api.backups.create({
      metadata: { name: 'two', labels: { 'velero.io/schedule-name': 'daily' } },
      spec: {},
    });
    cluster.world.clock.advance(60_000);
    const { spec } = cluster.restore('back', { scheduleName: 'daily' });
    expect(spec.backupName).toBe('two');
  });

  it('of a backup whose files are gone fails', () => {
    const { world, cluster } = setUp();
    world.objects.delete('dr', 'backups/one/one.tar.gz');
    const { status } = cluster.restore('back', { backupName: 'one' });
    expect(status?.phase).toBe('Failed');
    expect(status?.failureReason).toMatch(
      /^error downloading backup: .*NoSuchKey/,
    );
  });

  it('is given up when the server restarts in the middle', () => {
    const { world, cluster } = setUp();
    cluster.api.restores.create({
      metadata: { name: 'back' },
      spec: { backupName: 'one' },
    });
    world.clock.advance(500);
    cluster.velero.restart();
    expect(cluster.api.restores.get('back')?.status).toMatchObject({
      phase: 'Failed',
      failureReason:
        'found a restore with status "InProgress" during the server starting, mark it as "Failed"',
    });
  });

  it('waits for another that runs, without any status', () => {
    const { world, cluster } = setUp();
    for (const name of ['first', 'second']) {
      cluster.api.restores.create({
        metadata: { name },
        spec: { backupName: 'one' },
      });
    }
    world.clock.advance(500);
    expect(cluster.api.restores.get('first')?.status?.phase).toBe('InProgress');
    expect(cluster.api.restores.get('second')?.status).toBeUndefined();
    world.clock.advance(60_000);
    expect(cluster.api.restores.get('second')?.status?.phase).toBe('Completed');
  });

  it('that is deleted while it runs lets those that wait go on', () => {
    const { world, cluster } = setUp();
    for (const name of ['first', 'refused', 'third']) {
      cluster.api.restores.create({
        metadata: { name },
        spec: { backupName: name === 'refused' ? 'none' : 'one' },
      });
    }
    world.clock.advance(100);
    cluster.api.restores.delete('first');
    world.clock.advance(60_000);
    expect(cluster.api.restores.get('first')).toBeUndefined();
    expect(cluster.api.restores.get('third')?.status?.phase).toBe('Completed');
  });

  it('takes its files with it when it is deleted', () => {
    const { world, cluster } = setUp();
    cluster.restore('back', { backupName: 'one' });
    cluster.api.restores.delete('back');
    expect(cluster.api.restores.get('back')).toBeDefined();
    world.clock.advance(1_000);
    expect(cluster.api.restores.get('back')).toBeUndefined();
    expect(world.objects.folders('dr', 'restores/')).toEqual([]);
  });
});

describe('a restore that Velero refuses', () => {
  it.each([
    [{}, /^Either a backup or schedule must be specified/],
    [
      { backupName: 'one', scheduleName: 'daily' },
      /^Either a backup or schedule/,
    ],
    [{ backupName: 'none' }, /can't find backup velero\/none/],
    [{ scheduleName: 'none' }, /No backups found for schedule/],
    [
      { backupName: 'one', includedResources: ['nodes'] },
      /^nodes are non-restorable resources/,
    ],
    [
      { backupName: 'one', existingResourcePolicy: 'replace' },
      /^Invalid ExistingResourcePolicy: replace/,
    ],
    [
      { backupName: 'one', labelSelector: {}, orLabelSelectors: [] },
      /^encountered labelSelector as well as orLabelSelectors/,
    ],
    [
      {
        backupName: 'one',
        resourceModifier: { kind: 'ConfigMap', name: 'missing' },
      },
      /^failed to get resource modifiers configmap velero\/missing/,
    ],
  ])('%j', (spec, problem) => {
    const { cluster } = setUp();
    const { status } = cluster.restore('back', spec);
    expect(status?.phase).toBe('FailedValidation');
    expect(status?.validationErrors?.join('\n')).toMatch(problem);
  });

  it('while its location is unavailable', () => {
    const { world, cluster } = setUp();
    world.objects.faults.injectBucket('dr', 'unavailable');
    world.clock.advance(120_000);
    expect(
      cluster.restore('back', { backupName: 'one' }).status?.validationErrors,
    ).toEqual(['The BSL default is unavailable, cannot retrieve the backup']);
  });
});
