import {
  BackupContents,
  BackupLog,
  Coverage,
  NamespaceObjects,
  ScheduleSummary,
  WorkspaceProtection,
  WorkspaceRecoveryPoints,
  WorkspaceSummary,
} from '@appgear/backstage-plugin-velero-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

describe('what the portal says of protection', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    portal = await startPortal();
  });

  afterAll(() => portal.stop());

  it('calls protected what a backup is proven to hold, and nothing else', async () => {
    expect(await portal.verdicts()).toEqual({
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
        await portal.read<{ items: WorkspaceSummary[] }>(`/workspaces?${query}`)
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
    const { protection } = await portal.read<{ protection: any }>('/overview');
    expect(protection.verdicts).toMatchObject({ protected: 2, partial: 1 });
    expect(protection.unsafe[0].workspace).toBe('late');
    expect(protection.unsafe[0].protection.reasons[0]).toMatchObject({
      code: 'noPoint',
      next: 'addToSchedule',
    });
    expect(protection.evidenceBacklog).toBe(0);
  });

  it('names what is missing, and what would be lost', async () => {
    const blog = await portal.read<WorkspaceProtection>(
      '/workspaces/blog/protection',
    );
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
    const points = await portal.read<WorkspaceRecoveryPoints>(
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
    const contents = await portal.read<BackupContents>(
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
    const objects = await portal.read<NamespaceObjects>(
      '/backups/one/whole/contents/ws-shop?kind=v1/ConfigMap&search=SETT',
    );
    expect(objects.items).toEqual([{ kind: 'v1/ConfigMap', name: 'settings' }]);
  });

  it('shows the log of a backup, and finds lines in it', async () => {
    const log = await portal.read<BackupLog>('/backups/one/whole/logs');
    expect(log.total).toBe(log.lines.length);
    expect(log.lines[0]).toMatchObject({
      at: expect.any(String),
      message: expect.any(String),
    });
    expect(log).toMatchObject({ truncated: false, filtered: false });
    const { total } = await portal.read<BackupLog>(
      '/backups/one/whole/logs?search=no-such-words',
    );
    expect(total).toBe(0);
  });

  it('tells what a schedule tried from what it proved', async () => {
    const { items } = await portal.read<{ items: ScheduleSummary[] }>(
      '/schedules',
    );
    const [nightly] = items;
    expect(nightly.lastProven?.name).toBe(nightly.lastBackup?.name);
    const coverage = await portal.read<Coverage>(
      '/schedules/one/nightly/coverage',
    );
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
    expect(coverage.manifest).toMatch(/kind: Schedule[^]*name: nightly/);
    expect(coverage.patch?.before).toBe(coverage.manifest);
    expect(coverage.patch?.after).toContain('ws-');

    const ofShop = await portal.read<Coverage>(
      '/schedules/one/nightly/coverage?workspace=shop',
    );
    expect(ofShop.workspaces).toEqual(coverage.workspaces);
    expect(ofShop.workspaces).toEqual(
      expect.arrayContaining(['night', 'shop']),
    );
    expect(
      new Set(ofShop.simulation.namespaces.map(({ workspace }) => workspace)),
    ).toEqual(new Set(['shop']));
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
      request(portal.backend.server)
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
    const refused = await ask('kind: Pod', 400);
    expect(refused.body.error.problem.key).toBe('asked.noSchedule');
    await ask(schedule('    : ['), 400);
  });

  it.each([
    '/workspaces/shop/protection',
    '/workspaces/shop/recovery-points',
    '/backups/one/whole/contents',
    '/backups/one/whole/contents/ws-shop',
    '/backups/one/whole/logs',
  ])('keeps %s from who may see nothing of it', async path => {
    const developer = await portal.backend.get(path, 'developer');
    expect(developer.status).toBe(404);
    const nobody = await portal.backend.get(path, 'nobody');
    expect(nobody.status).toBe(403);
  });
});
