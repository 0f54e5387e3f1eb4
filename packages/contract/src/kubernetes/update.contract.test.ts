import { openWorkspace, type Workspace } from './workspace';

jest.setTimeout(60_000);

describe('Kubernetes: update', () => {
  let workspace: Workspace;
  let path: string;

  beforeAll(async () => {
    workspace = await openWorkspace();
    path = workspace.velero('backups');
  });

  afterAll(() => workspace.close());

  const create = (object: unknown, query = '') =>
    workspace.wire.post(`${path}${query}`, object);
  const fieldsOf = (body: any) =>
    body.details.causes.map(({ field }: any) => field).sort();

  const created = async (name: string) =>
    (await create(workspace.backup(name))).body;

  it('replaces, and counts generations; Velero’s status is content like any other', async () => {
    const object = await created('u1');
    object.spec.ttl = '1h0m0s';
    const { status, body } = await workspace.wire.put(`${path}/u1`, object);
    expect(status).toBe(200);
    expect(body.spec.ttl).toBe('1h0m0s');
    expect(body.metadata.generation).toBe(2);

    body.status = { phase: 'New' };
    const again = await workspace.wire.put(`${path}/u1`, body);
    expect(again.body.metadata.generation).toBe(3);
  });

  it('refuses a stale version', async () => {
    const object = await created('u2');
    await workspace.wire.mergePatch(`${path}/u2`, {
      spec: { ttl: '2h0m0s' },
    });
    const { status, body } = await workspace.wire.put(`${path}/u2`, object);
    expect(status).toBe(409);
    expect(body).toMatchObject({
      reason: 'Conflict',
      message:
        'Operation cannot be fulfilled on backups.velero.io "u2": the object has been modified; please apply your changes to the latest version and try again',
    });
  });

  it('wants a version', async () => {
    const object = await created('u3');
    delete object.metadata.resourceVersion;
    const { status, body } = await workspace.wire.put(`${path}/u3`, object);
    expect(status).toBe(422);
    expect(fieldsOf(body)).toEqual(['metadata.resourceVersion']);
  });

  it('refuses another uid and another name', async () => {
    const object = await created('u4');
    const uid = await workspace.wire.put(`${path}/u4`, {
      ...object,
      metadata: { ...object.metadata, uid: 'other' },
    });
    expect(uid.status).toBe(409);
    expect(uid.body.message).toContain(
      'Precondition failed: UID in precondition: other',
    );
    const name = await workspace.wire.put(`${path}/other`, object);
    expect(name.status).toBe(400);
    expect(name.body.message).toBe(
      'the name of the object (u4) does not match the name on the URL (other)',
    );
  });

  it('changes nothing, and no version, when nothing is new', async () => {
    const object = await created('u5');
    const { body } = await workspace.wire.put(`${path}/u5`, object);
    expect(body.metadata.resourceVersion).toBe(object.metadata.resourceVersion);
  });

  it('creates nothing', async () => {
    const object = await created('u6');
    object.metadata.name = 'u7';
    const { status } = await workspace.wire.put(`${path}/u7`, object);
    expect(status).toBe(404);
  });
});
