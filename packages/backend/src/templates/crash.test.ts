import { eventually } from './__testUtils__/eventually';
import { MortalPortal } from './__testUtils__/MortalPortal';
import { startBed, TemplateBed } from './__testUtils__/startBed';
import { Tasks } from './__testUtils__/Tasks';

jest.setTimeout(240_000);

describe('a portal that dies while templates run', () => {
  let bed: TemplateBed;
  let portal: MortalPortal;
  const as = (person: string) => new Tasks(() => portal.url, person);
  const dora = as('dora.dev');
  const otto = as('otto.operator');

  beforeAll(async () => {
    bed = await startBed();
    portal = await MortalPortal.start(bed);
    await dora.untilAssessed('ws-shop', 'protected');
  });

  afterAll(async () => {
    await portal?.kill();
    await bed?.close();
  });

  it('goes on where it stopped: one backup, one request', async () => {
    const { clock } = bed.fleet;
    const points = await (
      await otto.call('velero/workspaces/ws-shop/recovery-points')
    ).json();
    const { cluster, backup, takenAt, grade } = points.items[0];
    const asking = await otto.start('request-restore', {
      workspace: 'ws-shop',
      point: { cluster, backup, takenAt, grade, namespaces: ['ws-shop'] },
      suffix: '-restored',
      reason: 'The settings were deleted by mistake',
      wait: true,
    });
    await untilWaiting(otto, asking.id!);
    // With the clusters' time, Velero stands still: the wait for the proof lasts.
    clock.pause();
    const backing = await dora.start('enable-backups', {
      workspace: 'ws-late',
      tier: 'gold',
      backUpNow: true,
      cluster: 'prod',
    });
    await untilWaiting(dora, backing.id!);

    await portal.kill();
    portal = await MortalPortal.start(bed);
    clock.run();

    const { status, log } = await dora.end(backing.id!);
    expect(log).toContain('already completed in a previous run');
    expect(log).toContain('Proven: what ws-late was at');
    expect(status).toBe('completed');
    const { store } = bed.fleet.clusters.prod;
    const type = store.resourceType('backups', 'velero.io')!;
    const made = store
      .list(type)
      .filter(
        ({ metadata }) => metadata.labels?.['velero.appgear.io/on-demand'],
      );
    expect(made).toHaveLength(1);

    const { items } = await (await otto.call('velero/restore-requests')).json();
    expect(items).toHaveLength(1);
    await otto.call(`velero/restore-requests/${items[0].id}/cancel`, {
      reason: 'no longer needed',
    });
    const ended = await otto.end(asking.id!);
    expect(ended.status).toBe('failed');
    expect(ended.log).toContain('ended as cancelled');
  });
});

function untilWaiting(tasks: Tasks, id: string) {
  return eventually(`task ${id} waits`, async () => {
    const { log } = await tasks.look(id);
    return log.includes('Waiting:') || undefined;
  });
}
