import { eventually } from '../wire/eventually';
import { openWorkspace, type Workspace } from './workspace';

jest.setTimeout(60_000);

const names = (body: any) => body.items.map((item: any) => item.metadata.name);

describe('Kubernetes: list', () => {
  let workspace: Workspace;
  let path: string;

  beforeAll(async () => {
    workspace = await openWorkspace();
    path = workspace.velero('backups');
    for (const name of ['b1', 'b2', 'b3', 'b4', 'b5']) {
      const labels = { tier: Number(name[1]) > 3 ? 'gold' : 'iron' };
      await workspace.wire.post(path, {
        ...workspace.backup(name),
        metadata: { name, labels },
      });
    }
  });

  afterAll(() => workspace.close());

  const list = async (query = '') =>
    (await workspace.wire.get(`${path}${query}`)).body;

  it('names its kind and the version that it was taken at', async () => {
    const body = await list();
    expect(body).toMatchObject({
      apiVersion: 'velero.io/v1',
      kind: 'BackupList',
      metadata: { resourceVersion: expect.stringMatching(/^\d+$/) },
    });
    expect(body.items[0]).toMatchObject({
      apiVersion: 'velero.io/v1',
      kind: 'Backup',
    });
  });

  it('leaves out the items’ kind when the kind is built in', async () => {
    const { body } = await workspace.wire.get('/api/v1/namespaces');
    expect(body).toMatchObject({ apiVersion: 'v1', kind: 'NamespaceList' });
    expect(body.items[0].kind).toBeUndefined();
    expect(body.items[0].apiVersion).toBeUndefined();
  });

  it('gives pages that belong together, with the count of what remains', async () => {
    const first = await list('?limit=2');
    expect(names(first)).toEqual(['b1', 'b2']);
    expect(first.metadata.remainingItemCount).toBe(3);

    // a change between two pages does not show
    await workspace.wire.post(path, workspace.backup('b2a'));
    const second = await list(`?limit=2&continue=${first.metadata.continue}`);
    expect(names(second)).toEqual(['b3', 'b4']);
    expect(second.metadata.remainingItemCount).toBe(1);
    expect(second.metadata.resourceVersion).toBe(
      first.metadata.resourceVersion,
    );

    const last = await list(`?limit=2&continue=${second.metadata.continue}`);
    expect(names(last)).toEqual(['b5']);
    expect(last.metadata.continue ?? '').toBe('');
    expect(last.metadata.remainingItemCount).toBeUndefined();
    await workspace.wire.delete(`${path}/b2a`);
  });

  it('does not count what remains behind a selector', async () => {
    const body = await list('?limit=1&labelSelector=tier');
    expect(body.metadata.continue).toEqual(expect.any(String));
    expect(body.metadata.remainingItemCount).toBeUndefined();
  });

  it('ignores the limit with resourceVersion=0', async () => {
    const all = await eventually(
      'the cache with all five backups',
      () => list('?limit=2&resourceVersion=0'),
      body => body.items.length >= 5,
    );
    expect(all.metadata.continue ?? '').toBe('');
  });

  it('goes back to an exact version', async () => {
    const before = await list();
    await workspace.wire.post(path, workspace.backup('later'));
    const version = before.metadata.resourceVersion;
    const then = await list(
      `?resourceVersion=${version}&resourceVersionMatch=Exact`,
    );
    expect(names(then)).toEqual(names(before));
    expect(then.metadata.resourceVersion).toBe(version);
    await workspace.wire.delete(`${path}/later`);
  });

  it('refuses a version that is yet to come with 504, after a wait', async () => {
    const { status, headers, body } = await workspace.wire.get(
      `${path}?resourceVersion=999999999`,
    );
    expect(status).toBe(504);
    expect(headers['retry-after']).toBe('1');
    expect(body).toMatchObject({
      reason: 'Timeout',
      message: expect.stringMatching(
        /^Timeout: Too large resource version: 999999999, current: \d+$/,
      ),
      details: {
        causes: [{ reason: 'ResourceVersionTooLarge' }],
        retryAfterSeconds: 1,
      },
    });
  });

  it.each([
    ['continue=nonsense&limit=1', /^invalid continue token/],
    ['limit=many', /invalid syntax$/],
    ['resourceVersion=old', /^invalid resource version/],
    [
      'fieldSelector=status.phase%3DNew',
      /^field label not supported: status.phase$/,
    ],
    ['labelSelector=tier+in+(', /^unable to parse requirement/],
  ])('refuses %s with 400', async (query, message) => {
    const { status, body } = await workspace.wire.get(`${path}?${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ kind: 'Status', reason: 'BadRequest' });
    expect(body.message).toMatch(message);
  });

  it.each([
    ['resourceVersionMatch=Exact', 'FieldValueForbidden'],
    ['resourceVersion=0&resourceVersionMatch=Exact', 'FieldValueForbidden'],
    ['resourceVersion=5&resourceVersionMatch=About', 'FieldValueNotSupported'],
  ])('refuses %s with 422', async (query, reason) => {
    const { status, body } = await workspace.wire.get(`${path}?${query}`);
    expect(status).toBe(422);
    expect(body.details.causes[0]).toMatchObject({
      reason,
      field: 'resourceVersionMatch',
    });
  });

  it('refuses a continue token together with a version', async () => {
    const { metadata } = await list('?limit=1');
    const { status, body } = await workspace.wire.get(
      `${path}?limit=1&continue=${metadata.continue}&resourceVersion=5`,
    );
    expect(status).toBe(400);
    expect(body.message).toBe(
      'specifying resource version is not allowed when using continue',
    );
  });

  it('refuses a version that is forgotten with 410', async () => {
    const { status, body } = await workspace.wire.get(
      `${path}?resourceVersion=1&resourceVersionMatch=Exact`,
    );
    expect(status).toBe(410);
    expect(body).toMatchObject({
      reason: 'Expired',
      message: 'The resourceVersion for the provided list is too old.',
    });
  });

  it('finds nothing in a namespace that is missing', async () => {
    const { status, body } = await workspace.wire.get(
      '/apis/velero.io/v1/namespaces/no-such-place/backups',
    );
    expect(status).toBe(200);
    expect(body.items).toEqual([]);
  });

  it.each([
    ['labelSelector=tier%3Dgold', ['b4', 'b5']],
    ['labelSelector=tier%3D%3Dgold', ['b4', 'b5']],
    ['labelSelector=tier!%3Dgold', ['b1', 'b2', 'b3']],
    ['labelSelector=tier+in+(gold,silver)', ['b4', 'b5']],
    ['labelSelector=tier+notin+(gold)', ['b1', 'b2', 'b3']],
    ['labelSelector=tier,!other', ['b1', 'b2', 'b3', 'b4', 'b5']],
    ['labelSelector=!tier', []],
    ['labelSelector=other+notin+(x)', ['b1', 'b2', 'b3', 'b4', 'b5']],
    ['fieldSelector=metadata.name%3Db2', ['b2']],
    ['fieldSelector=metadata.name!%3Db2', ['b1', 'b3', 'b4', 'b5']],
    ['fieldSelector=metadata.name%3Db2&labelSelector=tier%3Dgold', []],
  ])('selects by %s', async (query, expected) => {
    expect(names(await list(`?${query}`))).toEqual(expected);
  });

  it('selects across namespaces, and by namespace', async () => {
    const all = await workspace.wire.get(
      `/apis/velero.io/v1/backups?fieldSelector=metadata.namespace%3D${workspace.namespace}`,
    );
    expect(names(all.body)).toEqual(['b1', 'b2', 'b3', 'b4', 'b5']);
  });

  it('sends only metadata when asked', async () => {
    const { body } = await workspace.wire.get(`${path}?limit=1`, {
      Accept:
        'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1',
    });
    expect(body).toMatchObject({
      apiVersion: 'meta.k8s.io/v1',
      kind: 'PartialObjectMetadataList',
      metadata: { remainingItemCount: 4 },
    });
    expect(body.items).toEqual([
      {
        apiVersion: 'meta.k8s.io/v1',
        kind: 'PartialObjectMetadata',
        metadata: expect.objectContaining({ name: 'b1' }),
      },
    ]);
  });

  it('sends nothing that the client does not read', async () => {
    const { status, body } = await workspace.wire.get(path, {
      Accept: 'text/html',
    });
    expect(status).toBe(406);
    expect(body.reason).toBe('NotAcceptable');
  });

  it('compresses when asked and when it is worth it', async () => {
    const small = await workspace.wire.get(`${path}?limit=1`, {
      'Accept-Encoding': 'gzip',
    });
    expect(small.headers['content-encoding']).toBeUndefined();

    const padding = 'x'.repeat(200_000);
    await workspace.wire.post(
      `/api/v1/namespaces/${workspace.namespace}/configmaps`,
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'large' },
        data: { padding },
      },
    );
    const large = await workspace.wire.get(
      `/api/v1/namespaces/${workspace.namespace}/configmaps`,
      { 'Accept-Encoding': 'gzip' },
    );
    expect(large.headers['content-encoding']).toBe('gzip');
    const item = large.body.items.find(
      ({ metadata }: any) => metadata.name === 'large',
    );
    expect(item.data.padding).toBe(padding);
  });
});
