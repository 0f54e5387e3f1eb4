import request from 'supertest';
import { eventually, startVeleroBackend, TestCluster } from './__testUtils__';

type Backend = Awaited<ReturnType<typeof startVeleroBackend>>;

const HOUR = 3_600_000;

function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * HOUR).toISOString();
}

/** A cluster with two workspaces, platform namespaces, and something of each kind. */
async function startProduction(): Promise<TestCluster> {
  const cluster = await TestCluster.start({ name: 'prod' });
  cluster.createWorkspace('checkout');
  cluster.createWorkspace('payments', { 'appgear.io/backup-enabled': 'false' });
  cluster.createNamespace('argocd', { 'appgear.io/workspace-id': 'global' });
  cluster.createStorageLocation('default');
  cluster.createSchedule('everything-daily');
  cluster.createSchedule('checkout-hourly', {
    spec: {
      schedule: '@hourly',
      template: { includedNamespaces: ['ws-checkout'] },
    },
  });
  cluster.createBackup('everything-1', {
    metadata: { labels: { 'velero.io/schedule-name': 'everything-daily' } },
    status: {
      phase: 'Completed',
      startTimestamp: hoursAgo(3),
      completionTimestamp: hoursAgo(2),
    },
  });
  cluster.createBackup('checkout-1', {
    spec: {
      includedNamespaces: ['ws-checkout', 'ws-payments-old'],
      storageLocation: 'default',
      labelSelector: {
        matchLabels: { app: 'web' },
        matchExpressions: [
          { key: 'tier', operator: 'NotIn', values: ['a', 'b'] },
        ],
      },
    },
    status: {
      phase: 'PartiallyFailed',
      startTimestamp: hoursAgo(1),
      errors: 2,
      failureReason: 'two volumes were not there',
    },
  });
  cluster.createBackup('payments-1', {
    spec: { includedNamespaces: ['ws-payments'], storageLocation: 'default' },
    status: { phase: 'InProgress', startTimestamp: hoursAgo(30) },
  });
  cluster.createRestore('restore-payments', {
    spec: { backupName: 'payments-1', includedNamespaces: ['ws-payments'] },
  });
  cluster.createRestore('restore-into-checkout', {
    spec: {
      backupName: 'payments-1',
      includedNamespaces: ['ws-payments'],
      namespaceMapping: { 'ws-payments': 'ws-checkout' },
    },
  });
  return cluster;
}

describe('the HTTP API', () => {
  let prod: TestCluster;
  let other: TestCluster;
  let backend: Backend;

  beforeAll(async () => {
    prod = await startProduction();
    other = await TestCluster.start({ name: 'other' });
    other.createWorkspace('checkout');
    backend = await startVeleroBackend({
      clusters: [prod, other],
      groups: ['group:default/team-checkout'],
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'System',
          metadata: {
            name: 'pay',
            title: 'Payments',
            annotations: { 'velero.appgear.io/workspace-id': 'payments' },
          },
        },
      ],
    });
    await backend.untilLive();
  });

  afterAll(async () => {
    await backend.stop();
    await Promise.all([prod.close(), other.close()]);
  });

  const names = (body: { items: Array<{ name?: string; id?: string }> }) =>
    body.items.map(({ name, id }) => name ?? id);

  describe('for an operator', () => {
    it('GET /clusters counts what each holds', async () => {
      const { body } = await backend.get('/clusters').expect(200);
      expect(body[0]).toMatchObject({
        cluster: 'prod',
        title: 'prod',
        role: 'production',
        veleroNamespace: 'velero',
        velero: 'installed',
        problems: [],
        counts: {
          workspaces: 3,
          namespaces: 5,
          backups: 3,
          schedules: 2,
          restores: 2,
          storageLocations: 1,
        },
      });
      expect(body[0].asOf).toBeUndefined();
    });

    it('GET /workspaces derives them from the labels of all clusters', async () => {
      const { body } = await backend.get('/workspaces').expect(200);
      expect(names(body)).toEqual(['checkout', 'global', 'payments']);
      expect(body).toMatchObject({
        total: 3,
        offset: 0,
        limit: 50,
        freshness: [
          { cluster: 'prod', state: 'live' },
          { cluster: 'other', state: 'live' },
        ],
      });
      expect(body.items[0]).toMatchObject({
        tenant: 'tenant-checkout',
        owner: 'group:default/team-checkout',
        clusters: ['prod', 'other'],
        namespaceCount: 2,
        intent: 'enabled',
        backupCount: 2,
        lastBackup: { name: 'checkout-1', phase: 'PartiallyFailed' },
        lastCompletedBackup: { name: 'everything-1' },
        nextRunAt: expect.any(String),
      });
    });

    it('names the catalog entity that claims a workspace', async () => {
      await eventually(async () => {
        const { body } = await backend.get('/workspaces/payments').expect(200);
        expect(body).toMatchObject({
          entityRef: 'system:default/pay',
          title: 'Payments',
          owner: 'group:default/team-payments',
        });
      });
    });

    it('filters, sorts and pages workspaces', async () => {
      const query = async (text: string) =>
        names((await backend.get(`/workspaces?${text}`).expect(200)).body);
      expect(await query('sort=lastBackup')).toEqual([
        'checkout',
        'global',
        'payments',
      ]);
      expect(await query('sort=id&order=desc&limit=1&offset=1')).toEqual([
        'global',
      ]);
      expect(await query('search=CHECK')).toEqual(['checkout']);
      expect(await query('intent=disabled')).toEqual(['global', 'payments']);
      expect(await query('tenant=tenant-payments')).toEqual(['payments']);
      expect(await query('cluster=other')).toEqual(['checkout']);
      // What has no tenant comes last, whichever the order.
      expect(await query('sort=tenant&order=desc')).toEqual([
        'payments',
        'checkout',
        'global',
      ]);
      expect(await query('sort=tenant&order=asc')).toEqual([
        'checkout',
        'payments',
        'global',
      ]);
    });

    it('GET /workspaces/:id tells all about one', async () => {
      const { body } = await backend.get('/workspaces/checkout').expect(200);
      expect(body.namespaces).toMatchObject([
        { cluster: 'prod', name: 'ws-checkout', backupEnabled: true },
        { cluster: 'other', name: 'ws-checkout' },
      ]);
      const list = (items: Array<{ name: string }>) =>
        items.map(({ name }) => name);
      expect(list(body.backups)).toEqual(['checkout-1', 'everything-1']);
      expect(list(body.schedules).sort()).toEqual([
        'checkout-hourly',
        'everything-daily',
      ]);
      expect(list(body.storageLocations)).toEqual(['default']);
      expect(list(body.restores)).toEqual(['restore-into-checkout']);
      expect(body.withheld).toEqual([]);
    });

    it('GET /backups filters and sorts', async () => {
      const query = async (text: string) =>
        names((await backend.get(`/backups?${text}`).expect(200)).body);
      expect(await query('sort=name')).toEqual([
        'checkout-1',
        'everything-1',
        'payments-1',
      ]);
      expect(await query('phase=Completed')).toEqual(['everything-1']);
      expect(await query('schedule=everything-daily')).toEqual([
        'everything-1',
      ]);
      expect(await query('workspace=payments&sort=name')).toEqual([
        'everything-1',
        'payments-1',
      ]);
      expect(await query('storageLocation=nowhere')).toEqual([]);
      expect(await query('cluster=other')).toEqual([]);
      expect(await query('search=OUT')).toEqual(['checkout-1']);
      expect((await query('sort=completedAt&order=asc'))[0]).toBe(
        'everything-1',
      );
    });

    it('GET /backups/:cluster/:name gives the spec', async () => {
      const { body } = await backend
        .get('/backups/prod/checkout-1')
        .expect(200);
      expect(body).toMatchObject({
        phase: 'PartiallyFailed',
        errors: 2,
        failures: ['two volumes were not there'],
        includedNamespaces: ['ws-checkout', 'ws-payments-old'],
        labelSelectors: ['app=web,tier notin (a,b)'],
        workspaces: ['checkout'],
      });
    });

    it('GET /schedules says how each fares', async () => {
      const { body } = await backend.get('/schedules').expect(200);
      expect(names(body)).toEqual(['checkout-hourly', 'everything-daily']);
      expect(body.items[1]).toMatchObject({
        cron: '@daily',
        condition: 'ok',
        lastBackup: { name: 'everything-1', phase: 'Completed' },
        workspaces: ['checkout', 'global', 'payments'],
      });
      await backend.get('/schedules/prod/checkout-hourly').expect(200);
      await backend.get('/schedules/prod/nothing').expect(404);
    });

    it('GET /storage-locations, /snapshot-locations and /restores', async () => {
      const storage = await backend.get('/storage-locations').expect(200);
      expect(storage.body.items).toMatchObject([
        {
          name: 'default',
          bucket: 'backups',
          phase: 'Available',
          backupCount: 3,
          sharedBy: ['prod'],
        },
      ]);
      await backend.get('/snapshot-locations').expect(200);
      const restores = await backend.get('/restores?sort=name').expect(200);
      expect(names(restores.body)).toEqual([
        'restore-into-checkout',
        'restore-payments',
      ]);
      expect(restores.body.items[0].workspaces).toEqual([
        'checkout',
        'payments',
      ]);
    });

    it('GET /overview sums up', async () => {
      const { body } = await backend.get('/overview').expect(200);
      expect(body).toMatchObject({
        workspaces: { total: 3, enabled: 1, withoutBackup: 0 },
        schedules: { ok: 2, missed: 0 },
        recentBackups: { Completed: 1, PartiallyFailed: 1 },
        troubled: [],
        withheld: [],
      });
      expect(body.clusters).toHaveLength(2);
      expect(body.upcoming).toHaveLength(2);
      expect(body.storageLocations).toHaveLength(1);
    });
  });

  describe('for a developer of the checkout team', () => {
    it('shows only what his groups own', async () => {
      const workspaces = await backend
        .get('/workspaces', 'developer')
        .expect(200);
      expect(names(workspaces.body)).toEqual(['checkout']);
      expect(workspaces.body.total).toBe(1);
      const backups = await backend
        .get('/backups?sort=name', 'developer')
        .expect(200);
      expect(names(backups.body)).toEqual(['checkout-1', 'everything-1']);
      expect(backups.body.items[1].workspaces).toEqual(['checkout']);
      const schedules = await backend
        .get('/schedules', 'developer')
        .expect(200);
      expect(schedules.body.items[1].workspaces).toEqual(['checkout']);
      const restores = await backend.get('/restores', 'developer').expect(200);
      expect(names(restores.body)).toEqual(['restore-into-checkout']);
      expect(restores.body.items[0].workspaces).toEqual(['checkout']);
    });

    it('does not let filters ask about others', async () => {
      for (const path of ['backups', 'schedules', 'restores']) {
        const { body } = await backend
          .get(`/${path}?workspace=payments`, 'developer')
          .expect(200);
        expect(body).toMatchObject({ items: [], total: 0 });
      }
    });

    it.each([
      '/workspaces/payments',
      '/workspaces/nothing',
      '/backups/prod/payments-1',
      '/backups/prod/nothing',
      '/backups/nowhere/nothing',
    ])('answers %s as if it were not there', async path => {
      const { body } = await backend.get(path, 'developer').expect(404);
      const name = path.split('/').at(-1);
      expect(body.error.message).toMatch(
        new RegExp(`There is no \\w+ ${name}.* that you may see`),
      );
    });

    it('keeps the names of other namespaces out of specs', async () => {
      const { body } = await backend
        .get('/backups/prod/checkout-1', 'developer')
        .expect(200);
      expect(body.includedNamespaces).toEqual(['ws-checkout']);
    });

    it('says which parts of his workspace are withheld', async () => {
      const { body } = await backend
        .get('/workspaces/checkout', 'developer')
        .expect(200);
      expect(body).toMatchObject({
        storageLocations: [],
        withheld: ['storageLocations'],
      });
    });

    it('gives him an overview of his own, and no clusters or storage', async () => {
      const { body } = await backend.get('/overview', 'developer').expect(200);
      expect(body).toMatchObject({
        clusters: [],
        storageLocations: [],
        workspaces: { total: 1, enabled: 1 },
        withheld: ['clusters', 'storageLocations'],
      });
      await backend.get('/clusters', 'developer').expect(403);
      await backend.get('/storage-locations', 'developer').expect(403);
      await backend.get('/snapshot-locations', 'developer').expect(403);
    });
  });

  it('denies by default', async () => {
    for (const path of [
      '/overview',
      '/clusters',
      '/workspaces',
      '/workspaces/checkout',
      '/backups',
      '/backups/prod/checkout-1',
      '/schedules',
      '/storage-locations',
      '/restores',
    ]) {
      const { body } = await backend.get(path, 'nobody').expect(403);
      expect(body.error.message).toMatch(/permission velero\.\w+\.read/);
    }
  });

  it('asks who it is, except for its health', async () => {
    const { server } = backend;
    const withoutToken = await request(server)
      .get('/api/velero/workspaces')
      .set('Authorization', 'Bearer nonsense');
    expect(withoutToken.status).toBe(401);
    const health = await request(server).get('/api/velero/health');
    expect(health.status).toBe(200);
  });

  it('tells the permission framework of its rules', async () => {
    const { body } = await backend.get(
      '/.well-known/backstage/permissions/metadata',
    );
    const namesOf = (list: Array<{ name: string }>) =>
      list.map(({ name }) => name).sort();
    expect(namesOf(body.rules)).toEqual(['HAS_TENANT', 'IS_WORKSPACE_OWNER']);
    expect(namesOf(body.permissions)).toEqual(
      expect.arrayContaining(['velero.backup.read', 'velero.cluster.read']),
    );
  });

  it.each([
    ['/backups?limit=0', 'limit: '],
    ['/backups?limit=201', 'limit: '],
    ['/backups?offset=-1', 'offset: '],
    ['/backups?sort=color', 'sort: '],
    ['/backups?color=blue', 'color: unknown field'],
    ['/workspaces?order=up', 'order: '],
    ['/schedules?condition=fine', 'condition: '],
    ['/clusters?verbose=1', 'verbose: unknown field'],
    ['/backups?phase=A&phase=B', 'phase: '],
  ])('refuses %s and says why', async (path, message) => {
    const { body } = await backend.get(path).expect(400);
    expect(body.error.message).toContain(message);
    expect(body.error.problem.key).toBe('asked.query');
    expect(body.error.problems[0].key).toMatch(/^asked\./);
  });

  it('answers 304 until something changes, and never across readers', async () => {
    const first = await backend.get('/backups').expect(200);
    const { etag } = first.headers;
    await backend.get('/backups').set('If-None-Match', etag).expect(304);
    await backend
      .get('/backups', 'developer')
      .set('If-None-Match', etag)
      .expect(200);
    await backend
      .get('/backups?limit=1')
      .set('If-None-Match', etag)
      .expect(200);

    prod.createBackup('one-more');
    await eventually(async () => {
      const { body } = await backend
        .get('/backups')
        .set('If-None-Match', etag)
        .expect(200);
      expect(names(body)).toContain('one-more');
    });
    prod.deleteBackup('one-more');
  });

  it('tells open pages of changes, not more than once a second', async () => {
    const { publish } = backend.signals;
    publish.mockClear();
    const began = Date.now();
    for (let i = 0; i < 20; i++) {
      prod.createBackup(`burst-${i}`);
    }
    await eventually(async () => {
      const { body } = await backend.get('/backups?search=burst');
      expect(body.total).toBe(20);
      expect(publish).toHaveBeenCalledWith({
        recipients: { type: 'broadcast' },
        channel: 'velero',
        message: {
          version: expect.any(Number),
          clusters: expect.arrayContaining(['prod']),
        },
      });
    });
    const seconds = Math.ceil((Date.now() - began) / 1000);
    expect(publish.mock.calls.length).toBeLessThanOrEqual(seconds + 1);
  });
});
