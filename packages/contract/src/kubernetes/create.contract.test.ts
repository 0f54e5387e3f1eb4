import { openWorkspace, type Workspace } from './workspace';

jest.setTimeout(60_000);

describe('Kubernetes: create', () => {
  let workspace: Workspace;
  let path: string;

  beforeAll(async () => {
    workspace = await openWorkspace();
    path = workspace.velero('backups');
  });

  afterAll(() => workspace.close());

  const create = (object: unknown, query = '') =>
    workspace.wire.post(`${path}${query}`, object);

  it('fills in what the server knows', async () => {
    const { status, body } = await create(workspace.backup('c1'));
    expect(status).toBe(201);
    expect(body.metadata).toMatchObject({
      name: 'c1',
      namespace: workspace.namespace,
      generation: 1,
      uid: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      creationTimestamp: expect.stringMatching(
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
      ),
      resourceVersion: expect.stringMatching(/^\d+$/),
      managedFields: [
        {
          manager: 'contract',
          operation: 'Update',
          apiVersion: 'velero.io/v1',
          time: body.metadata.creationTimestamp,
          fieldsType: 'FieldsV1',
          fieldsV1: { 'f:spec': { '.': {}, 'f:ttl': {} } },
        },
      ],
    });
  });

  it('makes a name from generateName', async () => {
    const { status, body } = await create({
      ...workspace.backup(''),
      metadata: { generateName: 'c-' },
    });
    expect(status).toBe(201);
    expect(body.metadata.name).toMatch(/^c-[a-z0-9]{5}$/);
  });

  it('refuses a name that is taken', async () => {
    await create(workspace.backup('c2'));
    const { status, body } = await create(workspace.backup('c2'));
    expect(status).toBe(409);
    expect(body).toMatchObject({
      reason: 'AlreadyExists',
      message: 'backups.velero.io "c2" already exists',
      details: { name: 'c2', group: 'velero.io', kind: 'backups' },
    });
  });

  it('stores a status that the caller made up', async () => {
    const { body } = await create(
      workspace.backup('c3', { status: { phase: 'Completed' } }),
    );
    expect(body.status).toEqual({ phase: 'Completed' });
  });

  it('takes a Restore without spec', async () => {
    const { status, body } = await workspace.wire.post(
      workspace.velero('restores'),
      {
        apiVersion: 'velero.io/v1',
        kind: 'Restore',
        metadata: { name: 'c4' },
      },
    );
    expect(status).toBe(201);
    expect(body.spec).toBeUndefined();
  });

  it('drops unknown fields with a warning, and nulls in silence', async () => {
    const { status, headers, body } = await create(
      workspace.backup('c5', { spec: { ttl: null, colour: 'red' } }),
    );
    expect(status).toBe(201);
    expect(body.spec).toEqual({});
    expect(headers.warning).toBe('299 - "unknown field \\"spec.colour\\""');
  });

  it('fieldValidation=Strict refuses unknown fields', async () => {
    const { status, body } = await create(
      workspace.backup('c6', { spec: { colour: 'red' }, extra: 1 }),
      '?fieldValidation=Strict',
    );
    expect(status).toBe(400);
    expect(body.message).toBe(
      'Backup in version "v1" cannot be handled as a Backup: strict decoding error: unknown field "extra", unknown field "spec.colour"',
    );
  });

  it('fieldValidation=Ignore says nothing', async () => {
    const { status, headers } = await create(
      workspace.backup('c7', { spec: { colour: 'red' } }),
      '?fieldValidation=Ignore',
    );
    expect(status).toBe(201);
    expect(headers.warning).toBeUndefined();
  });

  it('fills in the schema’s defaults', async () => {
    const { body } = await workspace.wire.post(
      workspace.velero('backupstoragelocations'),
      {
        apiVersion: 'velero.io/v1',
        kind: 'BackupStorageLocation',
        metadata: { name: 'c8' },
        spec: {
          provider: 'aws',
          objectStorage: { bucket: 'b' },
          credential: { key: 'cloud' },
        },
      },
    );
    expect(body.spec.credential).toEqual({ name: '', key: 'cloud' });
  });

  it('dryRun=All answers as if, and stores nothing', async () => {
    const { status, body } = await create(
      workspace.backup('c9'),
      '?dryRun=All',
    );
    expect(status).toBe(201);
    expect(body.metadata.uid).toEqual(expect.any(String));
    expect(body.metadata.resourceVersion).toBeUndefined();
    expect((await workspace.wire.get(`${path}/c9`)).status).toBe(404);
  });

  describe('what does not fit the path', () => {
    it('a namespace that is missing is 404', async () => {
      const { status, body } = await workspace.wire.post(
        '/apis/velero.io/v1/namespaces/no-such-place/backups',
        workspace.backup('x'),
      );
      expect(status).toBe(404);
      expect(body).toMatchObject({
        message: 'namespaces "no-such-place" not found',
        details: { name: 'no-such-place', kind: 'namespaces' },
      });
    });

    it.each<[string, (backup: any) => unknown, number, RegExp]>([
      [
        'another namespace',
        b => ({ ...b, metadata: { name: 'x', namespace: 'default' } }),
        400,
        /namespace of the provided object does not match/,
      ],
      [
        'another kind',
        b => ({ ...b, kind: 'Restore' }),
        422,
        /^Restore\.velero\.io "x" is invalid: kind: Invalid value: "Restore": must be Backup$/,
      ],
      [
        'another version',
        b => ({ ...b, apiVersion: 'velero.io/v2' }),
        400,
        /^the API version in the data \(velero\.io\/v2\) does not match the expected API version \(velero\.io\/v1\)$/,
      ],
      [
        'no kind',
        b => ({ ...b, kind: undefined }),
        400,
        /Object 'Kind' is missing/,
      ],
      ['no JSON', () => 'hello', 400, /must be of type Backup/],
      [
        'a label that is no text',
        b => ({ ...b, metadata: { name: 'x', labels: { a: 1 } } }),
        400,
        /cannot unmarshal number into Go struct field ObjectMeta/,
      ],
      [
        'a name that is no text',
        b => ({ ...b, metadata: { name: 5 } }),
        400,
        /cannot unmarshal number into Go struct field ObjectMeta\.name of type string$/,
      ],
      [
        'finalizers that are no list',
        b => ({ ...b, metadata: { name: 'x', finalizers: 'a.b/c' } }),
        400,
        /cannot unmarshal string into Go struct field ObjectMeta\.finalizers of type \[\]string$/,
      ],
      [
        'an owner without identity',
        b => ({
          ...b,
          metadata: { name: 'x', ownerReferences: [{ name: 'owner' }] },
        }),
        422,
        /metadata\.ownerReferences\.uid: Invalid value: "": must not be empty/,
      ],
      [
        'a version of its own',
        b => ({ ...b, metadata: { name: 'x', resourceVersion: '5' } }),
        500,
        /^resourceVersion should not be set on objects to be created$/,
      ],
    ])('%s is refused', async (_what, change, code, message) => {
      const { status, body } = await create(change(workspace.backup('x')));
      expect(status).toBe(code);
      expect(body.message).toMatch(message);
    });

    it('a body of an unknown type is 415', async () => {
      const { status, body } = await workspace.wire.send('POST', path, {
        body: 'hello',
        headers: { 'Content-Type': 'text/plain' },
      });
      expect(status).toBe(415);
      expect(body.reason).toBe('UnsupportedMediaType');
    });

    it('a name of nothing is 404', async () => {
      const { status, body } = await workspace.wire.get(`${path}/nothing`);
      expect(status).toBe(404);
      expect(body).toMatchObject({
        message: 'backups.velero.io "nothing" not found',
        details: { name: 'nothing', group: 'velero.io', kind: 'backups' },
      });
    });
  });
});
