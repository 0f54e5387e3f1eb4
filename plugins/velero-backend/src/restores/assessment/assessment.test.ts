import { RestoreSpec } from '@appgear/backstage-plugin-velero-common';
import { FakeCluster } from '../execution/__testUtils__/FakeCluster';
import { Assessor } from './Assessor';
import { ContentsUnknownError, Estate, ReadContents } from './sources';

const NOW = new Date('2026-03-01T10:00:00Z');

const contents: ReadContents = {
  digest: 'c0ffee',
  objects: [
    { apiKind: 'v1/ConfigMap', namespace: 'ws-shop', name: 'settings' },
  ],
  volumes: [],
  volumesRecorded: true,
};

function estate(overrides: Partial<Estate> = {}): Estate {
  return {
    target: () => undefined,
    contents: async () => contents,
    belongingOf: () => ({ workspace: 'shop', tenant: 'acme' }),
    owners: async () => new Map(),
    gradeOf: async () => 'localOnly',
    ...overrides,
  };
}

function assess(
  spec: RestoreSpec,
  cluster = new FakeCluster('prod'),
  overrides: Partial<Estate> = {},
) {
  const assessor = new Assessor({
    estate: estate(overrides),
    globalWorkspace: 'global',
    gateObjects: [],
    policyDigest: 'p0',
  });
  return assessor.assess(cluster, { backupName: 'daily-1', ...spec }, NOW, {
    fresh: true,
  });
}

describe('an assessment', () => {
  it('freezes what decides over the restore', async () => {
    const cluster = new FakeCluster('prod');
    cluster.configMaps.set('fix', {
      rules: 'resourceModifierRules: [{conditions: {groupResource: pods}}]',
    });
    cluster.plugins.set('velero.io/change-storage-class', [
      { name: 'classes', data: { slow: 'fast' } },
    ]);
    const { assessment } = await assess(
      {
        includedNamespaces: ['ws-shop'],
        namespaceMapping: { 'ws-shop': 'ws-shop' },
        resourceModifier: { kind: 'ConfigMap', name: 'fix' },
        excludedResources: null,
      },
      cluster,
    );
    expect(assessment?.frozen).toEqual({
      cluster: {
        name: 'prod',
        veleroNamespace: 'velero',
        veleroVersion: 'v1.18.2',
      },
      spec: {
        backupName: 'daily-1',
        includedNamespaces: ['ws-shop'],
        resourceModifier: { kind: 'ConfigMap', name: 'fix' },
      },
      namespaces: [
        { name: 'ws-shop', uid: 'uid-shop', workspace: 'shop', tenant: 'acme' },
      ],
      storage: { location: 'default', provider: 'aws', bucket: 'dr' },
      backup: {
        name: 'daily-1',
        phase: 'Completed',
        startedAt: '2026-03-01T02:00:00Z',
        completedAt: '2026-03-01T02:05:00Z',
        expiresAt: '2026-04-01T02:00:00Z',
        contentsDigest: 'c0ffee',
      },
      configMaps: [
        {
          role: 'changeStorageClass',
          name: 'classes',
          data: { slow: 'fast' },
        },
        {
          role: 'resourceModifier',
          name: 'fix',
          data: expect.anything(),
        },
      ],
      policyDigest: 'p0',
    });
    expect(assessment?.risks).toMatchObject({
      targets: ['living'],
      grade: 'localOnly',
      pointAgeMs: 8 * 3_600_000,
      workspaces: ['shop'],
    });
  });

  it('is the same twice, digest and all', async () => {
    const [one, two] = [await assess({}), await assess({})];
    expect(one.assessment?.digest).toBe(two.assessment?.digest);
  });

  it.each<[string, RestoreSpec, (cluster: FakeCluster) => unknown, RegExp]>([
    [
      'a backup that is not there',
      { backupName: 'daily-2' },
      () => {},
      /has no backup daily-2/,
    ],
    [
      'a backup that failed',
      {},
      c => (c.backups.get('daily-1')!.status!.phase = 'Failed'),
      /daily-1 is Failed/,
    ],
    [
      'a backup that is going',
      {},
      c =>
        (c.backups.get('daily-1')!.metadata.deletionTimestamp =
          '2026-03-01T09:00:00Z'),
      /being deleted/,
    ],
    [
      'a location that is not there',
      {},
      c => c.locations.clear(),
      /storage location default .* does not exist/,
    ],
    [
      'a location nobody validated',
      {},
      c => delete c.locations.get('default')!.status,
      /is not validated yet/,
    ],
    [
      'a modifier that is missing',
      { resourceModifier: { kind: 'ConfigMap', name: 'fix' } },
      () => {},
      /resource modifier fix is not in/,
    ],
    [
      'a modifier that is none',
      { resourceModifier: { kind: 'ConfigMap', name: 'fix' } },
      c => c.configMaps.set('fix', { a: 'x: [', b: '' }),
      /exactly one key/,
    ],
    [
      'a modifier without rules',
      { resourceModifier: { kind: 'ConfigMap', name: 'fix' } },
      c => c.configMaps.set('fix', { a: 'version: v1' }),
      /no resourceModifierRules/,
    ],
    [
      'plugin ConfigMaps that Velero trips over',
      {},
      c =>
        c.plugins.set('velero.io/change-image-name', [
          { name: 'a', data: {} },
          { name: 'b', data: {} },
        ]),
      /more than one ConfigMap .* a, b/,
    ],
    [
      'what Velero never restores',
      { includedResources: ['nodes'] },
      () => {},
      /never restores nodes/,
    ],
    [
      'lists that contradict each other',
      { includedNamespaces: ['a'], excludedNamespaces: ['a'] },
      () => {},
      /a is both in includedNamespaces and in excludedNamespaces/,
    ],
    [
      'everything and more',
      { includedResources: ['*', 'pods'] },
      () => {},
      /must be \* alone/,
    ],
    [
      'nothing at all',
      { excludedNamespaces: ['*'] },
      () => {},
      /cannot contain \*/,
    ],
    [
      "a field that the target's Velero does not know",
      { uploaderConfig: { parallelFilesDownload: 4 } },
      c => (c.version = 'v1.13.2'),
      /v1.13.2 does not know uploaderConfig.parallelFilesDownload/,
    ],
    [
      'filters that match nothing',
      { includedNamespaces: ['ws-other'] },
      () => {},
      /nothing would be restored/,
    ],
  ])('finds %s', async (_, spec, change, expected) => {
    const cluster = new FakeCluster('prod');
    change(cluster);
    const { obstacles } = await assess(spec, cluster);
    expect(obstacles?.map(({ message }) => message)).toEqual([
      expect.stringMatching(expected),
    ]);
  });

  it('does not take the merging of service accounts for a restore', async () => {
    const cluster = new FakeCluster('prod');
    cluster.objects.add('serviceaccounts ws-shop/default');
    const { obstacles } = await assess({}, cluster, {
      contents: async () => ({
        ...contents,
        objects: [
          {
            apiKind: 'v1/ServiceAccount',
            namespace: 'ws-shop',
            name: 'default',
          },
        ],
      }),
    });
    expect(obstacles?.[0].message).toBe('nothing would be restored');
  });

  it('is not made of contents that nobody could read', async () => {
    const { obstacles } = await assess({}, undefined, {
      contents: async () => {
        throw new ContentsUnknownError({ message: 'The file is damaged.' });
      },
    });
    expect(obstacles).toEqual([
      expect.objectContaining({
        message: 'what the backup holds could not be read',
      }),
      { message: 'The file is damaged.' },
    ]);
  });

  it('is not an obstacle when the cluster does not answer', async () => {
    const cluster = new FakeCluster('prod');
    cluster.down = new Error('ECONNREFUSED');
    await expect(assess({}, cluster)).rejects.toThrow('ECONNREFUSED');
  });

  it('believes the backup over the fleet in whose a namespace was', async () => {
    const { assessment } = await assess(
      { namespaceMapping: { 'ws-shop': 'ws-pay' } },
      (() => {
        const cluster = new FakeCluster('prod');
        cluster.namespaces.set('ws-pay', { uid: 'u', tenant: 'acme' });
        return cluster;
      })(),
      {
        contents: async () => ({
          ...contents,
          namespaces: new Map([['ws-shop', { tenant: 'bank' }]]),
        }),
      },
    );
    expect(assessment?.risks).toMatchObject({
      tenantCrossing: true,
      tenants: ['acme', 'bank'],
    });
  });
});
