import {
  BackupContents,
  BackupLog,
  ComplianceReport,
  Coverage,
  NamespaceObjects,
  ScheduleSummary,
  Verdict,
  WorkspaceProtection,
  WorkspaceRecoveryPoints,
  WorkspaceSummary,
} from '@appgear/backstage-plugin-velero-common';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { notificationService } from '@backstage/plugin-notifications-node';
import request from 'supertest';
import { startVeleroBackend, TestCluster } from '../__testUtils__';
import { Bed, configMapOf, namespaceOf, until } from '../__testUtils__/Bed';

jest.setTimeout(120_000);

const EVIDENCE = { retryInitial: '100ms', downloadTimeout: '5s' };

describe('what the portal says of protection', () => {
  const scheduler = mockServices.scheduler();
  const notifications = { send: jest.fn().mockResolvedValue(undefined) };
  let bed: Bed;
  let backend: Awaited<ReturnType<typeof startVeleroBackend>>;

  beforeAll(async () => {
    bed = await Bed.start(['one']);
    for (const id of ['shop', 'blog', 'bare', 'late', 'night']) {
      bed.create(
        'one',
        namespaceOf(`ws-${id}`, {
          'appgear.io/workspace-id': id,
          'appgear.io/backup-enabled': 'true',
        }),
        configMapOf(`ws-${id}`, 'settings'),
        configMapOf(`ws-${id}`, 'more'),
      );
    }
    bed.create('one', {
      ...configMapOf('ws-blog', 'labelled'),
      metadata: {
        namespace: 'ws-blog',
        name: 'labelled',
        labels: { 'appgear.io/backup-enabled': 'true' },
      },
    });
    bed.clock.advance(60_000);
    bed.backup('one', 'whole', { includedNamespaces: ['ws-shop'] });
    // module 15: the selector asks for labels of the objects themselves
    bed.backup('one', 'workspaces-daily', {
      includedNamespaces: ['ws-blog', 'ws-bare'],
      labelSelector: { matchLabels: { 'appgear.io/backup-enabled': 'true' } },
    });
    bed.cluster('one').velero.api.schedules.create({
      metadata: { name: 'nightly' },
      spec: {
        schedule: '@every 7m',
        template: { includedNamespaces: ['ws-night'] },
      },
    });
    bed.clock.advance(9 * 60_000);
    bed.clock.run();
    backend = await startVeleroBackend({
      features: [
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => notifications,
        }),
      ],
      clusters: bed
        .clusterConfigs()
        .map(config => ({ config })) as unknown as TestCluster[],
      config: {
        evidence: EVIDENCE,
        protection: {
          notifications: { settleFor: '1ms', platform: 'group:default/ops' },
        },
      },
    });
    await backend.untilLive();
    await until(
      'all are assessed with what lives there',
      async () => {
        const { shop, night } = await verdicts();
        return shop === 'protected' && night === 'protected';
      },
      60_000,
    );
  });

  afterAll(async () => {
    await backend.stop();
    await bed.close();
  });

  async function read<T>(path: string, person?: 'developer'): Promise<T> {
    const { body } = await backend.get(path, person).expect(200);
    return body as T;
  }

  async function verdicts(): Promise<Partial<Record<string, Verdict>>> {
    const page = await read<{ items: WorkspaceSummary[] }>('/workspaces');
    return Object.fromEntries(
      page.items.map(({ id, protection }) => [id, protection?.verdict]),
    );
  }

  it('calls protected what a backup is proven to hold, and nothing else', async () => {
    expect(await verdicts()).toEqual({
      shop: 'protected',
      blog: 'partial',
      bare: 'empty',
      late: 'unprotected',
      night: 'protected',
    });
  });

  it('finds and sorts workspaces by verdict', async () => {
    const ids = async (query: string) =>
      (
        await read<{ items: WorkspaceSummary[] }>(`/workspaces?${query}`)
      ).items.map(({ id }) => id);
    expect(await ids('verdict=partial')).toEqual(['blog']);
    expect(await ids('sort=verdict')).toEqual([
      'late',
      'bare',
      'blog',
      'night',
      'shop',
    ]);
  });

  it('says first who is not safe, and why', async () => {
    const { protection } = await read<{ protection: any }>('/overview');
    expect(protection.verdicts).toMatchObject({ protected: 2, partial: 1 });
    expect(protection.unsafe[0].workspace).toBe('late');
    expect(protection.unsafe[0].protection.reasons[0]).toMatchObject({
      code: 'noPoint',
      next: 'addToSchedule',
    });
    expect(protection.evidenceBacklog).toBe(0);
  });

  it('names what is missing, and what would be lost', async () => {
    const blog = await read<WorkspaceProtection>('/workspaces/blog/protection');
    expect(blog.verdict).toBe('partial');
    expect(blog.reasons[0]).toMatchObject({
      code: 'objectsMissing',
      point: { backup: 'workspaces-daily', cluster: 'one' },
      missing: [{ kind: 'ConfigMap', count: 2, names: ['more', 'settings'] }],
      next: 'fixSelection',
    });
    expect(blog.summary.loss).toMatchObject({
      everything: false,
      objects: 2,
      complete: true,
    });
    expect(blog.inventory).toMatchObject([{ cluster: 'one', unreadable: [] }]);
  });

  it('lists the recovery points of a workspace with what each is worth', async () => {
    const points = await read<WorkspaceRecoveryPoints>(
      '/workspaces/shop/recovery-points',
    );
    expect(points).toMatchObject({
      total: 1,
      items: [
        {
          backup: 'whole',
          grade: 'complete',
          phase: 'Completed',
          available: true,
          origin: { cluster: 'one', basis: 'made' },
          seenFrom: ['one'],
          evidence: { state: 'read' },
          namespaces: [{ namespace: 'ws-shop', missing: [], errors: 0 }],
        },
      ],
    });
  });

  it('shows what a backup holds, kind by kind', async () => {
    const contents = await read<BackupContents>(
      '/backups/one/whole/contents?workspace=shop',
    );
    expect(contents).toMatchObject({
      evidence: { state: 'read' },
      volumesRecorded: true,
      total: 1,
      namespaces: [{ namespace: 'ws-shop', workspaces: ['shop'] }],
    });
    expect(contents.namespaces[0].kinds).toContainEqual({
      kind: 'v1/ConfigMap',
      count: 3,
    });
    const objects = await read<NamespaceObjects>(
      '/backups/one/whole/contents/ws-shop?kind=v1/ConfigMap&search=SETT',
    );
    expect(objects.items).toEqual([{ kind: 'v1/ConfigMap', name: 'settings' }]);
  });

  it('shows the log of a backup, and finds lines in it', async () => {
    const log = await read<BackupLog>('/backups/one/whole/logs');
    expect(log.total).toBe(log.lines.length);
    expect(log.lines[0]).toMatchObject({
      at: expect.any(String),
      message: expect.any(String),
    });
    expect(log).toMatchObject({ truncated: false, filtered: false });
    const { total } = await read<BackupLog>(
      '/backups/one/whole/logs?search=no-such-words',
    );
    expect(total).toBe(0);
  });

  it('tells what a schedule tried from what it proved', async () => {
    const { items } = await read<{ items: ScheduleSummary[] }>('/schedules');
    const [nightly] = items;
    expect(nightly.lastProven?.name).toBe(nightly.lastBackup?.name);
    const coverage = await read<Coverage>('/schedules/one/nightly/coverage');
    expect(coverage).toMatchObject({
      assessment: {
        condition: 'ok',
        reasons: [],
        lastProven: { backup: nightly.lastBackup?.name, phase: 'Completed' },
      },
      omitted: [],
      inventoryReadAt: expect.any(String),
    });
    const outcomes = coverage.simulation.namespaces.map(
      ({ workspace, outcome }) => [workspace, outcome],
    );
    expect(Object.fromEntries(outcomes)).toMatchObject({
      night: 'all',
      shop: 'nothing',
    });
    expect(coverage.patch?.after).toContain('ws-');
  });

  it('says what a schedule would hold before it runs, and how to mend it', async () => {
    const schedule = (selector: string) =>
      [
        'apiVersion: velero.io/v1',
        'kind: Schedule',
        'metadata: { name: daily, namespace: velero }',
        'spec:',
        '  schedule: 0 2 * * * # at night',
        '  template:',
        '    includedNamespaces: ["ws-*"]',
        selector,
      ].join('\n');
    const ask = (text: string, status: number) =>
      request(backend.server)
        .post('/api/velero/coverage')
        .set(
          'Authorization',
          mockCredentials.user.header('user:default/operator'),
        )
        .send({ cluster: 'one', schedule: text })
        .expect(status);
    const { body } = await ask(
      schedule('    labelSelector: { matchLabels: { backup: "true" } }'),
      200,
    );
    const { simulation, patch } = body as Coverage;
    expect(simulation.namespaces).toMatchObject([
      { workspace: 'bare', outcome: 'nothing' },
      { workspace: 'blog', outcome: 'nothing' },
      { workspace: 'late', outcome: 'nothing' },
      { workspace: 'night', outcome: 'nothing' },
      { workspace: 'shop', outcome: 'nothing' },
    ]);
    expect(patch?.changes).toMatchObject([{ code: 'dropSelector' }]);
    expect(patch?.diff).toContain('-    labelSelector');
    expect(patch?.after).toContain('# at night');
    await ask('kind: Pod', 400);
    await ask(schedule('    : ['), 400);
  });

  it('tells when a new backup makes a workspace safe', async () => {
    bed.backup('one', 'late-one', { includedNamespaces: ['ws-late'] });
    await until(
      'it is protected',
      async () => (await verdicts()).late === 'protected',
      30_000,
    );
    expect(backend.signals.publish).toHaveBeenCalled();
  });

  it('tells when what lives there is no longer held', async () => {
    bed.backup('one', 'whole-again', { includedNamespaces: ['ws-shop'] });
    await until('it is listed', async () => {
      const points = await read<WorkspaceRecoveryPoints>(
        '/workspaces/shop/recovery-points',
      );
      return points.items[0]?.grade === 'complete' && points.total === 2;
    });
    expect((await verdicts()).shop).toBe('protected');
  });

  it('reports how workspaces were protected in a span of time', async () => {
    const hour = 3_600_000;
    const from = new Date(Date.now() - hour).toISOString();
    const to = new Date(Date.now() + hour).toISOString();
    await backend.get('/compliance?from=x&to=y').expect(400);
    await scheduler.triggerTask('verdicts');
    const query = `from=${from}&to=${to}`;
    const report = await read<ComplianceReport>(`/compliance?${query}`);
    expect(report.rows.map(({ workspace }) => workspace)).toEqual([
      'bare',
      'blog',
      'late',
      'night',
      'shop',
    ]);
    const csv = await backend.get(`/compliance?${query}&format=csv`);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text.split('\r\n')).toHaveLength(7);
  });

  it('tells people when it is no longer so', async () => {
    await scheduler.triggerTask('verdicts');
    const { deleteRequests } = bed.cluster('one').velero.api;
    deleteRequests.create({
      metadata: { name: 'delete-it' },
      spec: { backupName: 'late-one' },
    });
    bed.clock.advance(120_000);
    await until(
      'it is not protected',
      async () => (await verdicts()).late === 'unprotected',
    );
    await scheduler.triggerTask('verdicts');
    expect(notifications.send).not.toHaveBeenCalled();
    await scheduler.triggerTask('verdicts');
    expect(notifications.send).toHaveBeenCalledTimes(1);
    expect(notifications.send).toHaveBeenCalledWith({
      recipients: { type: 'entity', entityRef: ['group:default/ops'] },
      payload: expect.objectContaining({
        title: 'Workspace late has no backup',
        link: '/dr/workspaces/late',
        scope: 'velero:workspace:late',
      }),
    });
  });

  it.each([
    '/workspaces/shop/protection',
    '/workspaces/shop/recovery-points',
    '/backups/one/whole/contents',
    '/backups/one/whole/contents/ws-shop',
    '/backups/one/whole/logs',
  ])('keeps %s from who may see nothing of it', async path => {
    await backend.get(path, 'developer').expect(404);
    await backend.get(path, 'nobody').expect(403);
  });
});
