import {
  ComplianceReport,
  WorkspaceRecoveryPoints,
} from '@appgear/backstage-plugin-velero-common';
import { until } from '../__testUtils__/Bed';
import { startPortal } from '../proof/__testUtils__/startPortal';

jest.setTimeout(120_000);

describe('what the portal tells as protection changes', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    portal = await startPortal();
  });

  afterAll(() => portal.stop());

  it('tells when a new backup makes a workspace safe', async () => {
    portal.bed.backup('one', 'late-one', { includedNamespaces: ['ws-late'] });
    await until(
      'it is protected',
      async () => (await portal.verdicts()).late === 'protected',
      30_000,
    );
    expect(portal.backend.signals.publish).toHaveBeenCalled();
  });

  it('tells when what lives there is no longer held', async () => {
    portal.bed.backup('one', 'whole-again', {
      includedNamespaces: ['ws-shop'],
    });
    await until('it is listed', async () => {
      const points = await portal.read<WorkspaceRecoveryPoints>(
        '/workspaces/shop/recovery-points',
      );
      return points.items[0]?.grade === 'complete' && points.total === 2;
    });
    expect((await portal.verdicts()).shop).toBe('protected');
  });

  it('reports how workspaces were protected in a span of time', async () => {
    const hour = 3_600_000;
    const from = new Date(Date.now() - hour).toISOString();
    const to = new Date(Date.now() + hour).toISOString();
    await portal.backend.get('/compliance?from=x&to=y').expect(400);
    await portal.scheduler.triggerTask('verdicts');
    const query = `from=${from}&to=${to}`;
    const report = await portal.read<ComplianceReport>(`/compliance?${query}`);
    expect(report.rows.map(({ workspace }) => workspace)).toEqual([
      'bare',
      'blog',
      'late',
      'night',
      'shop',
    ]);
    const csv = await portal.backend.get(`/compliance?${query}&format=csv`);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text.split('\r\n')).toHaveLength(7);
  });

  it('tells people when it is no longer so', async () => {
    await portal.scheduler.triggerTask('verdicts');
    const { deleteRequests } = portal.bed.cluster('one').velero.api;
    deleteRequests.create({
      metadata: { name: 'delete-it' },
      spec: { backupName: 'late-one' },
    });
    portal.bed.clock.advance(120_000);
    await until(
      'it is not protected',
      async () => (await portal.verdicts()).late === 'unprotected',
    );
    await portal.scheduler.triggerTask('verdicts');
    expect(portal.notifications.send).not.toHaveBeenCalled();
    await portal.scheduler.triggerTask('verdicts');
    expect(portal.notifications.send).toHaveBeenCalledTimes(1);
    expect(portal.notifications.send).toHaveBeenCalledWith({
      recipients: { type: 'entity', entityRef: ['group:default/ops'] },
      payload: expect.objectContaining({
        title: 'Workspace late has no backup',
        link: '/dr/workspaces/late',
        scope: 'velero:workspace:late',
      }),
    });
  });
});
