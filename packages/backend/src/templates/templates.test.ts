import { startBed, TemplateBed } from './__testUtils__/startBed';
import { readTemplate, startPortal } from './__testUtils__/startPortal';
import { Tasks } from './__testUtils__/Tasks';

jest.setTimeout(180_000);

const NEW_WORKSPACE = {
  workspace: 'ws-new',
  tenant: 'acme',
  owner: 'group:default/team-checkout',
  cluster: 'prod',
  tier: 'gold',
  storageLocation: 'default',
};

describe('the templates of this repository', () => {
  let bed: TemplateBed;
  let portal: Awaited<ReturnType<typeof startPortal>>;
  const as = (person: string) =>
    new Tasks(() => `http://localhost:${portal.server.port()}`, person);
  const dora = as('dora.dev');
  const otto = as('otto.operator');

  beforeAll(async () => {
    bed = await startBed();
    portal = await startPortal(bed);
    await dora.untilAssessed('ws-shop', 'protected');
    await dora.untilAssessed('ws-late', 'unprotected');
  });

  afterAll(async () => {
    await portal?.stop();
    await bed?.close();
  });

  const objects = (plural: string, group: string) => {
    const { store } = bed.fleet.clusters.prod;
    return store.list(store.resourceType(plural, group)!);
  };
  const labelsOf = (namespace: string) =>
    objects('namespaces', '').find(it => it.metadata.name === namespace)
      ?.metadata.labels;
  const backups = () => objects('backups', 'velero.io').length;

  async function newestPoint() {
    const path = 'velero/workspaces/ws-shop/recovery-points';
    const { items } = await (await otto.call(path)).json();
    const [{ cluster, backup, takenAt, grade }] = items;
    return { cluster, backup, takenAt, grade, namespaces: ['ws-shop'] };
  }

  describe('new-workspace', () => {
    it('shows manifests of a workspace that asks for backups and is taken', async () => {
      const { status, log, output } = await dora.run(
        'new-workspace',
        NEW_WORKSPACE,
      );
      expect(log).toContain('The next run of workspaces/ws-new.yaml takes');
      expect(status).toBe('completed');
      const [{ content }] = output.text!;
      expect(content).toContain('appgear.io/backup-enabled: "true"');
      expect(content).toContain('appgear.io/tenant-id: acme');
      expect(content).toContain('snapshotMoveData: true');
    });

    it.each([
      [{ workspace: 'new' }, /does not match pattern/],
      [{ owner: undefined }, /requires property .*owner/],
    ])('refuses %j', async (bad, message) => {
      const { status, body } = await dora.start('new-workspace', {
        ...NEW_WORKSPACE,
        ...bad,
      });
      expect(status).toBe(400);
      expect(JSON.stringify(body)).toMatch(message);
    });
  });

  describe('enable-backups', () => {
    it('changes nothing in a dry run', async () => {
      const { status, body } = await otto.dryRun(
        readTemplate('enable-backups'),
        {
          workspace: 'ws-late',
          tier: 'gold',
          backUpNow: true,
          cluster: 'prod',
        },
      );
      expect(status).toBe(200);
      const log = body.log.map((line: any) => line.body.message).join('\n');
      expect(log).toContain('Would label the living namespaces prod/ws-late');
      expect(log).toContain('Would back up workspace ws-late');
      expect(log).toContain('Would wait up to 45m');
      expect(labelsOf('ws-late')).not.toHaveProperty([
        'appgear.io/backup-enabled',
      ]);
    });

    it('labels what lives, and names the schedule that takes it', async () => {
      const { status, output } = await dora.run('enable-backups', {
        workspace: 'ws-shop',
        tier: 'gold',
      });
      expect(status).toBe('completed');
      expect(output.text![0].content).toMatch(
        /The next run of prod\/shop takes all of ws-shop/,
      );
      expect(labelsOf('ws-shop')).toMatchObject({
        'appgear.io/backup-enabled': 'true',
        'appgear.io/tier': 'gold',
      });
    });

    it('says that no schedule takes it, backs it up and waits for the proof', async () => {
      const { status, output, log } = await dora.run('enable-backups', {
        workspace: 'ws-late',
        tier: 'gold',
        backUpNow: true,
        cluster: 'prod',
      });
      expect(log).toContain('Proven: what ws-late was at');
      expect(status).toBe('completed');
      const [{ content }] = output.text!;
      expect(content).toContain('No schedule on prod takes workspace ws-late');
      expect(content).toMatch(/Backup on-demand-\w+ is proven/);
      await dora.untilAssessed('ws-late', 'protected');
    });

    it('refuses a workspace of others, and leaves it as it is', async () => {
      const before = backups();
      const { status, log } = await dora.run('enable-backups', {
        workspace: 'ws-payments',
        tier: 'gold',
        backUpNow: true,
        cluster: 'prod',
      });
      expect(status).toBe('failed');
      expect(log).toContain('There is no workspace ws-payments that you have');
      expect(labelsOf('ws-payments')).not.toHaveProperty(['appgear.io/tier']);
      expect(backups()).toBe(before);
    });
  });

  describe('request-restore', () => {
    const asked = {
      workspace: 'ws-shop',
      suffix: '-restored',
      reason: 'The settings were deleted by mistake',
    };
    const requests = async () => {
      const answer = await otto.call('velero/restore-requests');
      return (await answer.json()).items;
    };

    it('files nothing in a dry run', async () => {
      const { body } = await otto.dryRun(readTemplate('request-restore'), {
        ...asked,
        point: await newestPoint(),
      });
      const log = body.log.map((line: any) => line.body.message).join('\n');
      expect(log).toContain('Has to be approved by');
      expect(log).toContain('Would file a request to restore');
      expect(await requests()).toEqual([]);
    });

    it('files it as the person who runs the template, and restores nothing', async () => {
      const { status, output } = await otto.run('request-restore', {
        ...asked,
        point: await newestPoint(),
      });
      expect(status).toBe('completed');
      const [request] = await requests();
      expect(request).toMatchObject({
        requester: 'user:default/otto.operator',
        state: 'pending',
        reason: asked.reason,
        namespaces: ['ws-shop-restored'],
      });
      expect(output.links).toEqual([
        { title: 'The request', url: `/dr/restores/${request.id}` },
      ]);
      expect(objects('restores', 'velero.io')).toEqual([]);
    });

    it('refuses those who may not ask, in the log', async () => {
      const before = await requests();
      const { status, log } = await dora.run('request-restore', {
        ...asked,
        point: await newestPoint(),
      });
      expect(status).toBe('failed');
      expect(log).toContain('velero.restore.request');
      expect(await requests()).toEqual(before);
    });

    it('says what stands in the way', async () => {
      const { status, log } = await otto.run('request-restore', {
        ...asked,
        point: { ...(await newestPoint()), backup: 'none' },
      });
      expect(status).toBe('failed');
      expect(log).toContain('This cannot be restored');
      expect(log).toContain('none');
    });
  });

  it('shows a task to nobody else', async () => {
    const { id } = await dora.start('new-workspace', NEW_WORKSPACE);
    await dora.end(id!);
    const { status } = await otto.call(`scaffolder/v2/tasks/${id}`);
    expect(status).toBe(403);
  });
});
