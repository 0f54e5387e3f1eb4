import { eventually } from '../wire/eventually';
import { uniqueName } from '../world/world';
import { openWorkspace, type Workspace } from './workspace';

jest.setTimeout(60_000);

describe('Kubernetes: delete', () => {
  let workspace: Workspace;
  let path: string;

  beforeAll(async () => {
    workspace = await openWorkspace();
    path = workspace.velero('backups');
  });

  afterAll(() => workspace.close());

  const created = async (name: string, metadata = {}) => {
    const { body } = await workspace.wire.post(path, {
      ...workspace.backup(name),
      metadata: { name, ...metadata },
    });
    return body;
  };
  const isGone = (answer: { status: number }) => answer.status === 404;

  it('says what it deleted', async () => {
    const { metadata } = await created('d1');
    const { status, body } = await workspace.wire.delete(`${path}/d1`);
    expect(status).toBe(200);
    expect(body).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
      details: {
        name: 'd1',
        group: 'velero.io',
        kind: 'backups',
        uid: metadata.uid,
      },
    });
    expect(isGone(await workspace.wire.delete(`${path}/d1`))).toBe(true);
  });

  it('only marks what finalizers hold, until they are gone', async () => {
    await created('d2', { finalizers: ['appgear.io/test'] });
    const { status, body } = await workspace.wire.delete(`${path}/d2`);
    expect(status).toBe(200);
    expect(body.metadata).toMatchObject({
      name: 'd2',
      generation: 2,
      deletionGracePeriodSeconds: 0,
      deletionTimestamp: expect.any(String),
    });

    const another = await workspace.wire.mergePatch(`${path}/d2`, {
      metadata: { finalizers: ['appgear.io/test', 'appgear.io/more'] },
    });
    expect(another.status).toBe(422);
    expect(another.body.message).toContain(
      'no new finalizers can be added if the object is being deleted',
    );

    await workspace.wire.mergePatch(`${path}/d2`, {
      metadata: { finalizers: null },
    });
    expect(isGone(await workspace.wire.get(`${path}/d2`))).toBe(true);
  });

  it('holds to preconditions', async () => {
    const { metadata } = await created('d3');
    const other = await workspace.wire.delete(`${path}/d3`, {
      apiVersion: 'v1',
      kind: 'DeleteOptions',
      preconditions: { uid: 'other' },
    });
    expect(other.status).toBe(409);
    expect(other.body.message).toBe(
      `Operation cannot be fulfilled on Backup.velero.io "d3": the UID in the precondition (other) does not match the UID in record (${metadata.uid}). The object might have been deleted and then recreated`,
    );
    const same = await workspace.wire.delete(`${path}/d3`, {
      apiVersion: 'v1',
      kind: 'DeleteOptions',
      preconditions: { uid: metadata.uid },
    });
    expect(same.status).toBe(200);
  });

  it('dryRun=All deletes nothing', async () => {
    await created('d4');
    const { status } = await workspace.wire.delete(`${path}/d4?dryRun=All`);
    expect(status).toBe(200);
    expect((await workspace.wire.get(`${path}/d4`)).status).toBe(200);
  });

  it('takes many at once, by selector', async () => {
    await created('d5', { labels: { batch: 'one' } });
    await created('d6', { labels: { batch: 'one' } });
    await created('d7');
    const { status, body } = await workspace.wire.delete(
      `${path}?labelSelector=batch%3Done`,
    );
    expect(status).toBe(200);
    expect(body.items.map((item: any) => item.metadata.name)).toEqual([
      'd5',
      'd6',
    ]);
    expect((await workspace.wire.get(`${path}/d7`)).status).toBe(200);
    expect(isGone(await workspace.wire.get(`${path}/d5`))).toBe(true);
  });

  it('takes along what is owned', async () => {
    const owner = await created('d8');
    const configMaps = `/api/v1/namespaces/${workspace.namespace}/configmaps`;
    await workspace.wire.post(configMaps, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'owned',
        ownerReferences: [
          {
            apiVersion: owner.apiVersion,
            kind: owner.kind,
            name: owner.metadata.name,
            uid: owner.metadata.uid,
          },
        ],
      },
    });
    await workspace.wire.delete(`${path}/d8`);
    const owned = await eventually(
      'the end of what d8 owned',
      () => workspace.wire.get(`${configMaps}/owned`),
      isGone,
    );
    expect(owned.body.reason).toBe('NotFound');
  });

  it('comes to what names an owner that does not exist', async () => {
    await created('d9', {
      ownerReferences: [
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          name: 'of-another-cluster',
          uid: '00000000-0000-4000-8000-000000000000',
        },
      ],
    });
    const orphan = await eventually(
      'the end of the orphan',
      () => workspace.wire.get(`${path}/d9`),
      isGone,
    );
    expect(orphan.body.reason).toBe('NotFound');
  });

  it('of all namespaces at once is 405', async () => {
    const { status } = await workspace.wire.delete('/api/v1/namespaces');
    expect(status).toBe(405);
  });

  describe('of a namespace', () => {
    it('empties it, refuses newcomers meanwhile, and waits for finalizers', async () => {
      const name = uniqueName('doomed');
      const at = `/api/v1/namespaces/${name}`;
      const backups = `/apis/velero.io/v1/namespaces/${name}/backups`;
      await workspace.wire.post('/api/v1/namespaces', {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
      });
      await workspace.wire.post(backups, workspace.backup('free'));
      await workspace.wire.post(backups, {
        ...workspace.backup('held'),
        metadata: { name: 'held', finalizers: ['appgear.io/test'] },
      });

      const { status, body } = await workspace.wire.delete(at);
      expect(status).toBe(200);
      expect(body.status.phase).toBe('Terminating');
      const newcomer = await workspace.wire.post(
        backups,
        workspace.backup('late'),
      );
      expect(newcomer.status).toBe(403);
      expect(newcomer.body).toMatchObject({
        message: `backups.velero.io "late" is forbidden: unable to create new content in namespace ${name} because it is being terminated`,
        details: {
          causes: [
            { reason: 'NamespaceTerminating', field: 'metadata.namespace' },
          ],
        },
      });

      await eventually(
        'the end of what nothing holds',
        () => workspace.wire.get(`${backups}/free`),
        isGone,
      );
      const held = await eventually(
        'the reason why the namespace stays',
        () => workspace.wire.get(at),
        answer => Boolean(answer.body.status?.conditions),
      );
      expect(held.body.status.conditions).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            type: 'NamespaceFinalizersRemaining',
            status: 'True',
            message: expect.stringContaining('appgear.io/test'),
          }),
        ]),
      );

      await workspace.wire.mergePatch(`${backups}/held`, {
        metadata: { finalizers: null },
      });
      await eventually(
        'the end of the namespace',
        () => workspace.wire.get(at),
        isGone,
      );
    });
  });
});
