import { PATIENCE_MS } from '../velero/VeleroCluster';
import {
  configMapPath,
  nameOf,
  restoreOf,
  useShops,
} from './__testUtils__/shops';

jest.setTimeout(2 * PATIENCE_MS);

describe('The gate: restores', () => {
  const shops = useShops('home', 'away', 'adopted', 'taken', 'aside');

  const eventTypes = async (id: string) => {
    const { body } = await shops.portal.get(
      'petra.platform',
      `/audit?request=${id}`,
    );
    return body.items.map(({ type }: { type: string }) => type);
  };

  it('come back as approved by two, object by object', async () => {
    const { portal, world } = shops;
    const home = nameOf(shops, 'home');
    const id = await portal.approved(
      restoreOf(shops, 'home'),
      'ana.approver',
      'dora.dev',
    );
    const ended = await portal.ended(id);
    expect(ended).toMatchObject({
      state: 'succeeded',
      outcome: { phase: 'Completed', proven: true },
      progress: { restoreName: `gate-${id}` },
    });
    const settings = await world.one.find(configMapPath(home));
    expect(settings.data).toEqual({ colour: 'blue' });
    const { body } = await portal.get(
      'otto.operator',
      `/restore-requests/${id}/outcome?limit=100`,
    );
    expect(body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'settings', result: 'created' }),
        expect.objectContaining({ name: 'theme', result: 'skipped' }),
      ]),
    );
    const log = await portal.get(
      'otto.operator',
      `/restore-requests/${id}/logs?search=settings`,
    );
    expect(log.body.lines).toContainEqual(
      expect.objectContaining({
        level: 'info',
        message: 'Attempting to restore ConfigMap: settings.',
        fields: expect.objectContaining({ namespace: home }),
      }),
    );
    const { body: trail } = await portal.get(
      'petra.platform',
      '/audit/verification',
    );
    expect(trail.ok).toBe(true);
  });

  it('go from the first cluster to the second', async () => {
    const { portal, world } = shops;
    const [from, to] = [nameOf(shops, 'away'), nameOf(shops, 'moved')];
    world.two.takeAway(`/api/v1/namespaces/${to}`);
    await world.two.until(
      world.two.path('backups', shops.backup),
      'to be copied from the bucket',
      () => true,
    );
    const id = await portal.approved(
      {
        cluster: world.two,
        spec: {
          backupName: shops.backup,
          includedNamespaces: [from],
          namespaceMapping: { [from]: to },
        },
      },
      'ana.approver',
    );
    expect((await portal.ended(id)).state).toBe('succeeded');
    expect((await world.two.find(configMapPath(to))).data).toEqual({
      colour: 'blue',
    });
  });

  it('are taken over where a replica that died had made them', async () => {
    const { portal } = shops;
    const id = await portal.approved(
      restoreOf(shops, 'adopted'),
      'ana.approver',
      'dora.dev',
    );
    await portal.round();
    expect((await portal.request(id)).state).toBe('executing');
    await portal.forgetRestore(id);
    expect((await portal.ended(id)).state).toBe('succeeded');
    expect(await eventTypes(id)).toContain('restoreAdopted');
  });

  it('are not taken over from somebody else', async () => {
    const { portal, world } = shops;
    const id = await portal.approved(
      restoreOf(shops, 'taken'),
      'ana.approver',
      'dora.dev',
    );
    await world.one.restore(`gate-${id}`, { backupName: 'of-nobody' });
    expect(await portal.ended(id)).toMatchObject({
      state: 'failed',
      endReason: expect.stringContaining('this request did not create'),
    });
    const settings = configMapPath(nameOf(shops, 'taken'));
    expect(await world.one.find(settings)).toBeUndefined();
  });

  it('that went round it are found and named', async () => {
    const { portal, world } = shops;
    await world.one.restore(shops.run, {
      backupName: shops.backup,
      includedNamespaces: [nameOf(shops, 'aside')],
    });
    const found = await portal.outOfBand(shops.run);
    expect(found).toMatchObject({
      kind: 'Restore',
      cluster: world.one.name,
      backup: shops.backup,
      madeBy: 'contract',
    });
  });
});
