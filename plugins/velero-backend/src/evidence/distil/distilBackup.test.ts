import { says } from '@appgear/backstage-plugin-velero-common';
import { EvidenceError } from '../download';
import { distilBackup } from './distilBackup';

type Files = Partial<Record<string, unknown>>;

const EMPTY = { errors: {}, warnings: {} };

function distil(files: Files) {
  return distilBackup(async function* open(kind) {
    const content = files[kind];
    if (content === undefined) {
      throw new EvidenceError('missing', says('file.missing', { said: 404 }));
    }
    const text =
      typeof content === 'string' ? content : JSON.stringify(content);
    yield Buffer.from(text);
  });
}

describe('distilBackup', () => {
  it('tells what a backup holds, by namespace', async () => {
    const distilled = await distil({
      BackupResourceList: {
        'apps/v1/Deployment': ['ws-blog/web', 'ws-shop/web'],
        'v1/Namespace': ['ws-blog', 'ws-shop'],
        'v1/Secret': ['ws-shop/token', 'ws-shop/tls'],
      },
      BackupVolumeInfos: [
        {
          pvcName: 'data',
          pvcNamespace: 'ws-shop',
          pvName: 'pv-1',
          backupMethod: 'CSISnapshot',
          snapshotDataMoved: true,
          preserveLocalSnapshot: false,
          skipped: false,
          result: 'succeeded',
          snapshotDataMovementInfo: { Phase: 'Completed', size: 4096 },
          pvInfo: { reclaimPolicy: 'Delete', labels: { skipped: true } },
        },
        {
          backupMethod: 'PodVolumeBackup',
          snapshotDataMoved: false,
          preserveLocalSnapshot: false,
          skipped: false,
          pvbInfo: {
            podName: 'web-0',
            podNamespace: 'ws-blog',
            volumeName: 'cache',
            size: 7,
            Phase: 'Failed',
          },
        },
      ],
      BackupResults: {
        errors: { velero: ['no node-agent'], namespaces: { 'ws-blog': ['x'] } },
        warnings: { cluster: ['old API'] },
      },
    });

    expect([...distilled.namespaces.keys()].sort()).toEqual([
      '',
      'ws-blog',
      'ws-shop',
    ]);
    const shop = distilled.namespaces.get('ws-shop')!;
    expect([...shop.objects]).toEqual([
      ['apps/v1/Deployment', ['web']],
      ['v1/Secret', ['token', 'tls']],
    ]);
    expect(shop.volumes).toEqual([
      {
        claim: 'data',
        volume: 'pv-1',
        method: 'CSISnapshot',
        moved: true,
        keptLocally: false,
        skipped: false,
        result: 'succeeded',
        phase: 'Completed',
        bytes: 4096,
      },
    ]);
    const blog = distilled.namespaces.get('ws-blog')!;
    expect(blog.volumes).toMatchObject([
      { podVolume: 'web-0/cache', phase: 'Failed', bytes: 7 },
    ]);
    expect(blog.errors).toEqual({ count: 1, first: ['x'] });
    expect(distilled.errors).toEqual({ count: 1, first: ['no node-agent'] });
    const cluster = distilled.namespaces.get('')!;
    expect(cluster.objects.get('v1/Namespace')).toEqual(['ws-blog', 'ws-shop']);
    expect(cluster.warnings.count).toBe(1);
    expect(distilled.volumesRecorded).toBe(true);
  });

  it('knows an empty backup from an unread one', async () => {
    const distilled = await distil({
      BackupResourceList: {},
      BackupVolumeInfos: [],
      BackupResults: EMPTY,
    });
    expect(distilled.namespaces.size).toBe(0);
  });

  it("takes Go's null for nothing", async () => {
    const distilled = await distil({
      BackupResourceList: { 'v1/Secret': null },
      BackupVolumeInfos: 'null',
      BackupResults: { errors: { velero: null }, warnings: {} },
    });
    expect(distilled.namespaces.size).toBe(0);
    expect(distilled.errors.count).toBe(0);
  });

  it('knows nothing of volumes where the backup does not say', async () => {
    const distilled = await distil({
      BackupResourceList: { 'v1/PersistentVolumeClaim': ['a/data'] },
      BackupResults: EMPTY,
    });
    expect(distilled.volumesRecorded).toBe(false);
  });

  it.each(['BackupResourceList', 'BackupResults'])(
    'proves nothing without %s',
    async missing => {
      const files: Files = {
        BackupResourceList: {},
        BackupVolumeInfos: [],
        BackupResults: EMPTY,
      };
      delete files[missing];
      await expect(distil(files)).rejects.toMatchObject({ failure: 'missing' });
    },
  );

  it('changes its digest with any of the files', async () => {
    const files = {
      BackupResourceList: { 'v1/Secret': ['a/b'] },
      BackupVolumeInfos: [],
      BackupResults: EMPTY,
    };
    const { digest } = await distil(files);
    const variants = [
      { ...files, BackupResourceList: { 'v1/Secret': ['a/c'] } },
      { ...files, BackupVolumeInfos: [{ pvcNamespace: 'a' }] },
      { ...files, BackupResults: { errors: { velero: ['x'] }, warnings: {} } },
    ];
    const digests = await Promise.all(
      variants.map(async variant => (await distil(variant)).digest),
    );
    expect(new Set([digest, ...digests]).size).toBe(4);
    expect((await distil(files)).digest).toBe(digest);
  });

  it.each<[string, Files]>([
    ['no map of lists', { BackupResourceList: ['v1/Secret'] }],
    ['a number for a name', { BackupResourceList: { 'v1/Secret': [1] } }],
    ['a path in a name', { BackupResourceList: { 'v1/Secret': ['a/../b'] } }],
    ['a parent for a name', { BackupResourceList: { 'v1/Secret': ['a/..'] } }],
    [
      'a hostile namespace',
      { BackupResourceList: { 'v1/Secret': ['__proto__/x'] } },
    ],
    ['a hostile kind', { BackupResourceList: '{"__proto__":["a/b"]}' }],
    [
      'a name too long',
      { BackupResourceList: { 'v1/Secret': [`a/${'x'.repeat(513)}`] } },
    ],
    ['volumes that are no list', { BackupVolumeInfos: { a: 1 } }],
    ['volumes of nowhere', { BackupVolumeInfos: [{ pvcNamespace: '../a' }] }],
    [
      'messages that are no texts',
      { BackupResults: { errors: { velero: [{ a: 1 }] } } },
    ],
    [
      'messages about nothing',
      { BackupResults: { errors: { toString: ['x'] } } },
    ],
    ['results of something else', { BackupResults: { a: 1 } }],
  ])('refuses %s', async (_, files) => {
    const whole = {
      BackupResourceList: {},
      BackupVolumeInfos: [],
      BackupResults: EMPTY,
      ...files,
    };
    await expect(distil(whole)).rejects.toMatchObject({ failure: 'malformed' });
  });

  it('counts what Velero could not save against all that it may be, as it tells the name only', async () => {
    const failed =
      ' name: /db message: /Error backing up item error: /daemonset pod not found';
    const distilled = await distil({
      BackupResourceList: {
        'v1/Pod': ['a/db', 'b/web'],
        'apps/v1/StatefulSet': ['c/db'],
        'v1/Secret': ['c/db'],
      },
      BackupVolumeInfos: [],
      BackupResults: {
        errors: { velero: [failed, 'failed to talk to itself'] },
        warnings: { velero: [' name: /web message: /slow'] },
      },
    });
    const errorsOf = (name: string) => distilled.namespaces.get(name)!.errors;
    expect(errorsOf('a')).toEqual({ count: 1, first: [failed] });
    expect(errorsOf('c')).toEqual({ count: 1, first: [failed] });
    expect(errorsOf('b').count).toBe(0);
    expect(distilled.errors.count).toBe(2);
  });

  it('keeps the first of many messages, and counts all', async () => {
    const distilled = await distil({
      BackupResourceList: {},
      BackupVolumeInfos: [],
      BackupResults: {
        errors: { velero: Array(1000).fill('x'.repeat(5000)) },
        warnings: {},
      },
    });
    expect(distilled.errors.count).toBe(1000);
    expect(distilled.errors.first).toHaveLength(50);
    expect(distilled.errors.first[0]).toHaveLength(2000);
  });
});
