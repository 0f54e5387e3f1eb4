import {
  Backup,
  BackupEnablement,
  CreatedBackup,
} from '@appgear/backstage-plugin-velero-common';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { parseAllDocuments } from 'yaml';
import { TestCluster } from '../__testUtils__';
import {
  people,
  startVeleroBackend,
  VeleroBackendOptions,
} from '../__testUtils__/startVeleroBackend';
import { Bed, namespaceOf, until } from '../__testUtils__/Bed';

jest.setTimeout(60_000);

const FILES = ['rbac.yaml', 'rbac-backup.yaml', 'rbac-enablement.yaml'];
const ON = { onDemand: { enabled: true }, enablement: { enabled: true } };
const auditor = mockServices.auditor.mock();

function deployed(file: string): any[] {
  const folder = path.resolve(__dirname, '../../../../deploy');
  return parseAllDocuments(readFileSync(path.join(folder, file), 'utf8')).map(
    document => {
      const object = document.toJS();
      return object.subjects
        ? { ...object, subjects: [{ kind: 'User', name: 'limited' }] }
        : object;
    },
  );
}

/** The portal, by the identity that the shipped rules give rights to. */
async function startPortal(bed: Bed, backups: object = ON) {
  const backend = await startVeleroBackend({
    clusters: bed
      .clusterConfigs('limited')
      .map(config => ({ config })) as unknown as TestCluster[],
    groups: ['group:default/team-shop'],
    config: { backups } as VeleroBackendOptions['config'],
    features: [auditor.factory],
  });
  await backend.untilLive();
  const post = (
    url: string,
    body: object,
    person: keyof typeof people | 'service' = 'operator',
  ) =>
    request(backend.server)
      .post(`/api/velero${url}`)
      .set(
        'Authorization',
        person === 'service'
          ? mockCredentials.service.header()
          : mockCredentials.user.header(people[person]),
      )
      .send(body);
  return { ...backend, post };
}

describe('what is done on demand', () => {
  let bed: Bed;
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    bed = await Bed.start(['one', 'two']);
    for (const cluster of ['one', 'two']) {
      bed.create(cluster, ...FILES.flatMap(deployed));
    }
    const shop = { 'appgear.io/workspace-id': 'shop' };
    const owned = (name: string, owner: string, labels: object) => ({
      ...namespaceOf(name),
      metadata: {
        name,
        labels: { ...labels },
        annotations: { 'appgear.io/owner': `group:default/${owner}` },
      },
    });
    bed.create(
      'one',
      owned('ws-shop', 'team-shop', shop),
      owned('ws-shop-jobs', 'team-shop', shop),
      owned('ws-blog', 'team-blog', { 'appgear.io/workspace-id': 'blog' }),
      namespaceOf('scratch'),
    );
    bed.create('two', owned('ws-shop', 'team-shop', shop));
    portal = await startPortal(bed);
    await until('workspaces are known', async () => {
      const { body } = await portal.get('/workspaces');
      return body.total === 2;
    });
  });

  afterAll(async () => {
    await portal.stop();
    await bed.close();
  });

  const asked = { cluster: 'one', workspace: 'shop', ttl: '72h' };
  const backups = (cluster: string) =>
    bed.cluster(cluster).velero.api.backups.list() as Backup[];

  describe('POST /backups', () => {
    let first: CreatedBackup;

    it('makes a backup of a workspace', async () => {
      const { status, body } = await portal.post(
        '/backups',
        { ...asked, idempotencyKey: 'task-1-step-1' },
        'developer',
      );
      expect(body).toMatchObject({
        cluster: 'one',
        namespaces: ['ws-shop', 'ws-shop-jobs'],
        workspaces: ['shop'],
        ttl: '72h0m0s',
        existed: false,
      });
      expect(status).toBe(201);
      first = body;
      const [made] = backups('one');
      expect(made.metadata).toMatchObject({
        name: body.name,
        annotations: { 'velero.appgear.io/requester': people.developer },
      });
      expect(made.spec).toMatchObject({ snapshotMoveData: true });
    });

    it('finds it again by its key, and for nobody else', async () => {
      const again = await portal.post(
        '/backups',
        { ...asked, idempotencyKey: 'task-1-step-1' },
        'developer',
      );
      expect(again.status).toBe(200);
      expect(again.body).toEqual({ ...first, existed: true });
      expect(backups('one')).toHaveLength(1);
      const other = await portal.post(
        '/backups',
        { ...asked, ttl: '1h', idempotencyKey: 'task-1-step-1' },
        'developer',
      );
      expect(other.status).toBe(409);
      expect(other.body.error.message).toMatch(/idempotencyKey/);
    });

    it('makes one at a time', async () => {
      await until('the first is seen', async () => {
        const { body } = await portal.get('/backups');
        return body.total === 1;
      });
      const meanwhile = await portal.post('/backups', asked);
      expect(meanwhile.status).toBe(409);
      expect(meanwhile.body.error.message).toContain(first.name);
      bed.clock.advance(5 * 60_000);
      await until('it has ended', async () => {
        const { body } = await portal.get('/backups');
        return body.items[0].phase === 'Completed';
      });
    });

    it('makes one for a service, such as a pipeline', async () => {
      const { status, body } = await portal.post(
        '/backups',
        { cluster: 'one', namespaces: ['ws-blog', 'scratch'] },
        'service',
      );
      expect(status).toBe(201);
      expect(body).toMatchObject({
        namespaces: ['ws-blog', 'scratch'],
        workspaces: ['blog'],
        ttl: '720h0m0s',
      });
    });

    it.each([
      ['nobody', asked, 403, /velero\.backup\.create/],
      ['developer', { ...asked, workspace: 'blog' }, 404, /no workspace blog/],
      [
        'developer',
        { cluster: 'one', namespaces: ['ws-shop', 'ws-blog'] },
        404,
        /no namespace ws-blog/,
      ],
      [
        'developer',
        { cluster: 'one', namespaces: ['scratch'] },
        404,
        /no namespace scratch/,
      ],
      ['operator', { ...asked, cluster: 'nowhere' }, 404, /cluster nowhere/],
      ['operator', { ...asked, namespaces: ['ws-shop'] }, 400, /either/],
      ['operator', { cluster: 'one' }, 400, /either/],
      ['operator', { ...asked, ttl: '3d' }, 400, /ttl: must be a duration/],
      ['operator', { ...asked, ttl: '9000h' }, 400, /maxTtl/],
      [
        'operator',
        { ...asked, storageLocation: 'attic' },
        422,
        /attic is not there/,
      ],
      ['operator', { ...asked, spec: {} }, 400, /spec: unknown field/],
    ] as const)('%s, %j: %i', async (person, body, code, message) => {
      const answer = await portal.post('/backups', body, person);
      expect(answer.body.error?.message).toMatch(message);
      expect(answer.status).toBe(code);
    });
  });

  describe('POST /workspaces/:id/enablement', () => {
    const labels = (cluster: string, name: string) => {
      const { store } = bed.cluster(cluster);
      const type = store.resourceType('namespaces', '')!;
      return store.get(type, name)?.metadata.labels;
    };

    it('labels all namespaces of the workspace, once', async () => {
      const { status, body } = await portal.post(
        '/workspaces/shop/enablement',
        { tier: 'gold' },
        'developer',
      );
      expect(status).toBe(200);
      expect(body.namespaces).toEqual([
        { cluster: 'one', name: 'ws-shop', changed: true },
        { cluster: 'one', name: 'ws-shop-jobs', changed: true },
        { cluster: 'two', name: 'ws-shop', changed: true },
      ]);
      expect(labels('two', 'ws-shop')).toMatchObject({
        'appgear.io/workspace-id': 'shop',
        'appgear.io/backup-enabled': 'true',
        'appgear.io/tier': 'gold',
      });
      await until('the portal sees it', async () => {
        const again = await portal.post('/workspaces/shop/enablement', {
          tier: 'gold',
        });
        const { namespaces } = again.body as BackupEnablement;
        return namespaces.every(({ changed }) => !changed);
      });
    });

    it.each([
      ['nobody', 'shop', {}, 403, /velero\.backup\.enable/],
      ['developer', 'blog', {}, 404, /no workspace blog/],
      ['operator', 'blog', { cluster: 'two' }, 404, /on cluster two/],
      ['operator', 'blog', { tier: 'a b' }, 400, /tier: must be a label/],
    ] as const)('%s, %s %j: %i', async (person, id, body, code, message) => {
      const answer = await portal.post(
        `/workspaces/${id}/enablement`,
        body,
        person,
      );
      expect(answer.body.error?.message).toMatch(message);
      expect(answer.status).toBe(code);
    });
  });

  it('tells the auditor of what was done and of what was refused', async () => {
    const events = auditor.createEvent.mock.calls.map(([event]) => event);
    expect(events).toContainEqual(
      expect.objectContaining({
        eventId: 'backup-create',
        meta: { ...asked, idempotencyKey: 'task-1-step-1' },
      }),
    );
    expect(events).toContainEqual(
      expect.objectContaining({
        eventId: 'backup-enable',
        meta: { workspace: 'shop', tier: 'gold' },
      }),
    );
  });

  it('needs each rule of the files for it, and nothing more', async () => {
    const made = bed
      .cluster('one')
      .server.requests.entries()
      .filter(({ identity }) => identity === 'limited');
    expect(made.filter(({ code }) => code === 403)).toEqual([]);
    const used = new Set(made.map(it => `${it.verb} ${it.resource}`));
    for (const file of FILES.slice(1)) {
      const { rules } = deployed(file)[0];
      for (const { apiGroups, resources, verbs } of rules) {
        for (const verb of verbs) {
          const group = apiGroups[0] && `.${apiGroups[0]}`;
          expect(used).toContain(`${verb} ${resources[0]}${group}`);
        }
      }
    }
  });

  it('is off unless somebody switches it on', async () => {
    const off = await startPortal(bed, {});
    await until('workspaces are known', async () => {
      const { body } = await off.get('/workspaces');
      return body.total === 2;
    });
    const backup = await off.post('/backups', asked);
    expect(backup.status).toBe(403);
    expect(backup.body.error.message).toMatch(/onDemand\.enabled is off/);
    const label = await off.post('/workspaces/shop/enablement', {});
    expect(label.status).toBe(403);
    expect(label.body.error.message).toMatch(/enablement\.enabled is off/);
    await off.stop();
  });

  it('says what to grant where the cluster refuses', async () => {
    const { store } = bed.cluster('two');
    const roles = store.resourceType('roles', 'rbac.authorization.k8s.io')!;
    store.delete(roles, 'backstage-velero-backups', 'velero');
    const { status, body } = await portal.post('/backups', {
      ...asked,
      cluster: 'two',
    });
    expect(status).toBe(422);
    expect(body.error.message).toContain('deploy/rbac-backup.yaml');
  });
});
