import { mockCredentials } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import request from 'supertest';
import { Bed, configMapOf, namespaceOf } from '../__testUtils__/Bed';
import { eventually, startVeleroBackend } from '../__testUtils__';
import { people } from '../__testUtils__/startVeleroBackend';

jest.setTimeout(60_000);

type Backend = Awaited<ReturnType<typeof startVeleroBackend>>;

describe('a bucket that the portal reads by itself', () => {
  let bed: Bed;
  let backend: Backend | undefined;

  beforeEach(async () => {
    bed = await Bed.start(['one', 'two']);
    bed.create(
      'one',
      namespaceOf('ws-shop', { 'appgear.io/workspace-id': 'shop' }),
      configMapOf('ws-shop', 'settings'),
    );
    bed.clock.run();
    bed.backup('one', 'nightly', { includedNamespaces: ['*'] });
  });

  afterEach(async () => {
    await backend?.stop();
    backend = undefined;
    await bed.close();
  });

  /** The bed's bucket; no location of a cluster says by which way the portal reaches it. */
  function bucket(more: JsonObject = {}): JsonObject {
    const { accessKey, url } = bed.objectStore;
    return {
      name: 'dr',
      title: 'Bucket of Brazil',
      bucket: bed.bucket,
      endpoint: url,
      accessKeyId: accessKey.id,
      secretAccessKey: accessKey.secret,
      every: '200ms',
      ...more,
    };
  }

  /** A portal that was just started, on what is left. */
  async function start(config: JsonObject): Promise<Backend> {
    backend = await startVeleroBackend({ clusters: [], config });
    return backend;
  }

  async function ask<T = any>(path: string): Promise<T> {
    const { body } = await backend!.get(path).expect(200);
    return body;
  }

  const one = () => bed.clusterConfigs().filter(({ name }) => name === 'one');

  const gone = () => [
    { name: 'one', kubeconfig: { file: '/nowhere', context: 'one' } },
  ];

  it.each([
    ['no cluster is configured', () => []],
    ['no cluster answers', gone],
  ])('tells what backups hold of whom, while %s', async (_, clusters) => {
    await start({ clusters: clusters(), buckets: [bucket()] });
    await eventually(async () => {
      const { items } = await ask('/workspaces');
      expect(items.map(({ id }: { id: string }) => id)).toContain('ws-shop');
    });

    expect(await ask('/workspaces/ws-shop')).toMatchObject({
      clusters: ['dr'],
      namespaces: [{ cluster: 'dr', name: 'ws-shop', isLost: true }],
      backups: [{ cluster: 'dr', name: 'nightly', onlyInBucket: true }],
      freshness: [{ cluster: 'dr', state: 'live' }],
    });
    expect(await ask('/backups/dr/nightly/contents')).toMatchObject({
      evidence: { state: 'read' },
      namespaces: expect.arrayContaining([
        expect.objectContaining({
          namespace: 'ws-shop',
          kinds: expect.arrayContaining([{ kind: 'v1/ConfigMap', count: 2 }]),
        }),
      ]),
    });
    const log = await ask('/backups/dr/nightly/logs');
    expect(log.lines.length).toBeGreaterThan(0);
  });

  it('calls nothing protected, and says that only backups are left', async () => {
    await start({ buckets: [bucket()] });
    await eventually(async () => {
      const assessed = await ask('/workspaces/ws-shop/protection');
      expect(assessed.verdict).toBe('unknown');
      expect(assessed.reasons).toContainEqual(
        expect.objectContaining({
          code: 'onlyInBackups',
          cluster: 'dr',
          namespace: 'ws-shop',
        }),
      );
    });
    await eventually(async () => {
      const { items } = await ask('/workspaces/ws-shop/recovery-points');
      expect(items).toMatchObject([
        {
          cluster: 'dr',
          backup: 'nightly',
          grade: 'unknown',
          available: true,
          seenFrom: ['dr'],
          namespaces: [{ namespace: 'ws-shop', held: 3 }],
        },
      ]);
    });
  });

  it('shows a backup once while a cluster shows it', async () => {
    await start({ clusters: one(), buckets: [bucket()] });
    await eventually(async () => {
      const { buckets, freshness } = await ask('/overview');
      expect(freshness).toMatchObject([
        { cluster: 'one', state: 'live' },
        { cluster: 'dr', state: 'live' },
      ]);
      expect(buckets).toMatchObject([
        {
          title: 'Bucket of Brazil',
          counts: { backups: 1, onlyHere: 0, lostNamespaces: 0 },
        },
      ]);
    });
    const { items } = await ask('/backups');
    expect(items).toMatchObject([{ cluster: 'one', name: 'nightly' }]);
    const { items: workspaces } = await ask('/workspaces');
    expect(workspaces.map(({ id }: { id: string }) => id)).toEqual(['shop']);
  });

  it('goes on telling of what was lost when a new cluster copies its backups', async () => {
    // Velero there looks into the bucket once a minute.
    bed.clock.advance(2 * 60_000);
    const clusters = bed.clusterConfigs().filter(({ name }) => name === 'two');
    await start({ clusters, buckets: [bucket()] });
    await eventually(async () => {
      const { items } = await ask('/workspaces');
      expect(items).toContainEqual(
        expect.objectContaining({ id: 'ws-shop', clusters: ['dr'] }),
      );
    });
    expect((await ask('/backups')).items).toMatchObject([
      { cluster: 'two', name: 'nightly' },
    ]);
    await eventually(async () => {
      const { items } = await ask('/workspaces/ws-shop/recovery-points');
      expect(items).toMatchObject([{ backup: 'nightly', seenFrom: ['two'] }]);
    });
    bed.create('two', namespaceOf('ws-shop'));
    await eventually(async () => {
      const { items } = await ask('/workspaces');
      expect(items.map(({ id }: { id: string }) => id)).not.toContain(
        'ws-shop',
      );
    });
  });

  it('reads what a cluster that died can no longer sign for', async () => {
    bed.objects.faults.inject(bed.bucket, 'resource-list', { kind: 'missing' });
    await start({
      clusters: one(),
      buckets: [bucket()],
      evidence: { retryInitial: '100ms' },
    });
    const evidence = async () =>
      (await ask('/backups/one/nightly/contents')).evidence;
    await eventually(async () =>
      expect(await evidence()).toMatchObject({ failure: 'missing' }),
    );
    await bed.cluster('one').server.faults.down(true);
    await eventually(async () =>
      expect((await ask('/overview')).freshness).toContainEqual(
        expect.objectContaining({ cluster: 'one', state: 'stale' }),
      ),
    );
    bed.objects.faults.clear();
    await eventually(async () =>
      expect(await evidence()).toMatchObject({ state: 'read' }),
    );
  });

  it('takes no restore and no backup', async () => {
    await start({
      buckets: [bucket()],
      backups: { onDemand: { enabled: true } },
    });
    await eventually(async () =>
      expect((await ask('/workspaces')).items).not.toHaveLength(0),
    );
    const post = (path: string, body: object) =>
      request(backend!.server)
        .post(`/api/velero${path}`)
        .set('Authorization', mockCredentials.user.header(people.operator))
        .send(body);
    const preview = await post('/restore-previews', {
      cluster: 'dr',
      spec: { backupName: 'nightly', includedNamespaces: ['ws-shop'] },
    });
    expect(preview.body.obstacles).toMatchObject([{ key: 'gate.bucket' }]);
    const { status } = await post('/backups', {
      cluster: 'dr',
      workspace: 'ws-shop',
    });
    expect(status).toBe(404);
  });

  it('reads only what was written since, and forgets what was deleted', async () => {
    await start({ buckets: [bucket()] });
    const names = async () =>
      (await ask('/backups')).items.map(({ name }: { name: string }) => name);
    await eventually(async () => expect(await names()).toEqual(['nightly']));
    // Whoever asked for it again would lose it.
    bed.objects.faults.inject(bed.bucket, 'nightly/velero-backup.json', {
      kind: 'missing',
    });
    bed.backup('one', 'later');
    await eventually(async () =>
      expect((await names()).sort()).toEqual(['later', 'nightly']),
    );
    bed.objects.deleteFolder(bed.bucket, 'backups/nightly/');
    await eventually(async () => expect(await names()).toEqual(['later']));
  });

  it('finds what was written again, at the latest when all files are listed', async () => {
    const key = 'backups/nightly/velero-backup.json';
    const write = (status: object) => {
      const backup = JSON.parse(bed.objects.get(bed.bucket, key)!.toString());
      const again = { ...backup, status: { ...backup.status, ...status } };
      bed.objects.put(bed.bucket, key, Buffer.from(JSON.stringify(again)));
    };
    const phases = async () =>
      (await ask('/backups')).items.map(
        ({ phase }: { phase: string }) => phase,
      );
    write({ phase: 'Finalizing' });
    bed.objects.put(bed.bucket, 'backups/other/notes', Buffer.from(''));
    await start({ buckets: [bucket()] });
    await eventually(async () =>
      expect((await ask('/overview')).buckets).toMatchObject([
        { state: 'live', problems: [] },
      ]),
    );
    expect(await phases()).toEqual([]);
    write({ phase: 'Completed' });
    await eventually(async () => expect(await phases()).toEqual(['Completed']));
    write({ phase: 'PartiallyFailed' });
    await eventually(async () =>
      expect(await phases()).toEqual(['PartiallyFailed']),
    );
  });

  it('looks again for what Velero had not written yet', async () => {
    bed.objects.faults.inject(bed.bucket, 'nightly/velero-backup.json', {
      kind: 'missing',
    });
    // All files are listed again only after longer than a test waits.
    await start({ buckets: [bucket({ every: '2s' })] });
    await eventually(async () =>
      expect((await ask('/overview')).buckets).toMatchObject([
        { state: 'live', problems: [] },
      ]),
    );
    expect((await ask('/backups')).items).toEqual([]);
    bed.objects.faults.clear();
    await eventually(async () =>
      expect((await ask('/backups')).items).toMatchObject([
        { name: 'nightly' },
      ]),
    );
  });

  it('is not led astray by what else lies there', async () => {
    const put = (key: string, content: string) =>
      bed.objects.put(bed.bucket, key, Buffer.from(content));
    const copy = JSON.parse(
      bed.objects
        .get(bed.bucket, 'backups/nightly/velero-backup.json')!
        .toString(),
    );
    const named = (name: string, more: object = {}) =>
      JSON.stringify({ ...copy, metadata: { name }, ...more });
    put('backups/other/velero-backup.json', named('nightly'));
    put('backups/text/velero-backup.json', 'no JSON');
    put('backups/big/velero-backup.json', ' '.repeat(2 * 1024 * 1024));
    put(
      'backups/odd/velero-backup.json',
      named('odd', { spec: { includedNamespaces: 'all' } }),
    );
    put('backups/../velero-backup.json', named('..'));
    put('backups/UPPER/velero-backup.json', named('UPPER'));
    put('backups/deep/er/velero-backup.json', named('er'));
    put(
      'backups/running/velero-backup.json',
      named('running', { status: { phase: 'WaitingForPluginOperations' } }),
    );
    await start({ buckets: [bucket()] });
    await eventually(async () => {
      const { buckets } = await ask('/overview');
      expect(buckets).toMatchObject([
        {
          state: 'live',
          counts: { backups: 1 },
          problems: [
            {
              message: expect.stringMatching(
                /^4 of the backups in the bucket cannot be read, such as /,
              ),
            },
            { message: expect.stringMatching(/^The file /) },
          ],
        },
      ]);
    });
  });

  it('says why it cannot read, and goes on when it can', async () => {
    bed.objects.faults.injectBucket(bed.bucket, 'forbidden');
    await start({ buckets: [bucket()] });
    await eventually(async () => {
      const { buckets, storageLocations } = await ask('/overview');
      expect(buckets).toMatchObject([
        {
          state: 'unreachable',
          problems: [
            {
              message:
                'Bucket dr-bucket refuses to be read (403 AccessDenied).',
              hint: expect.stringContaining('s3:ListBucket'),
            },
          ],
        },
      ]);
      expect(storageLocations).toMatchObject([
        { cluster: 'dr', phase: 'Unavailable', accessMode: 'ReadOnly' },
      ]);
    });
    bed.objects.faults.clear();
    await eventually(async () =>
      expect((await ask('/overview')).buckets).toMatchObject([
        { state: 'live', problems: [] },
      ]),
    );
  });

  it('keeps what it knows of a bucket that it can no longer read', async () => {
    await start({ buckets: [bucket()] });
    await eventually(async () =>
      expect((await ask('/backups')).items).toHaveLength(1),
    );
    bed.objects.faults.injectBucket(bed.bucket, 'unavailable');
    await eventually(async () =>
      expect((await ask('/overview')).buckets).toMatchObject([
        { state: 'stale', asOf: expect.any(String) },
      ]),
    );
    expect((await ask('/backups')).items).toHaveLength(1);
  });

  it('repeats no secret, and says so of a wrong one', async () => {
    const secretAccessKey = 'not-the-secret-of-this-bucket';
    await start({ buckets: [bucket({ secretAccessKey })] });
    await eventually(async () => {
      const overview = await ask('/overview');
      expect(overview.buckets[0].problems[0].message).toBe(
        'Bucket dr-bucket refuses to be read (403 SignatureDoesNotMatch).',
      );
      expect(JSON.stringify(overview)).not.toContain(secretAccessKey);
    });
  });

  it('is shown to those only who may see storage', async () => {
    await start({ buckets: [bucket()] });
    const { body } = await backend!.get('/overview', 'developer');
    expect(body.buckets).toEqual([]);
  });
});
