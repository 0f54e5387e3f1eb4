import { PATIENCE_MS } from '../velero/VeleroCluster';
import { PEOPLE } from './__testUtils__/people';
import {
  configMapPath,
  nameOf,
  restoreOf,
  useShops,
  workspace,
} from './__testUtils__/shops';

jest.setTimeout(2 * PATIENCE_MS);

describe('The gate: approved, and void because', () => {
  const shops = useShops(
    ...['backup', 'remade', 'labels', 'modifier', 'busy', 'voter', 'config'],
  );

  const approve = (shop: string, spec = {}) =>
    shops.portal.approved(
      restoreOf(shops, shop, spec),
      'ana.approver',
      'dora.dev',
    );

  /** What one round makes of it, and of what it was about. */
  async function afterRound(id: string, shop: string) {
    const { portal, world } = shops;
    await portal.round();
    const { state, endReason } = await portal.request(id);
    return {
      state,
      endReason,
      restore: await world.one.find(world.one.path('restores', `gate-${id}`)),
      settings: await world.one.find(configMapPath(nameOf(shops, shop))),
    };
  }

  /** Nothing was made, and nothing came back. */
  const voidAs = (reason: RegExp) => ({
    state: 'invalidated',
    endReason: expect.stringMatching(reason),
    restore: undefined,
    settings: undefined,
  });

  it('its namespace was made again', async () => {
    const { one } = shops.world;
    const id = await approve('remade');
    const name = nameOf(shops, 'remade');
    await one.deleteNamespace(name);
    const { labels, annotations } = workspace(name);
    await one.namespace(name, labels, annotations);
    expect(await afterRound(id, 'remade')).toEqual(voidAs(/namespace/));
  });

  it('its namespace went to another tenant', async () => {
    const { one } = shops.world;
    const id = await approve('labels');
    await one.wire.mergePatch(`/api/v1/namespaces/${nameOf(shops, 'labels')}`, {
      metadata: { labels: { 'appgear.io/tenant-id': 'bank' } },
    });
    expect(await afterRound(id, 'labels')).toEqual(voidAs(/tenant/));
  });

  it('its resource modifier was changed', async () => {
    const { one } = shops.world;
    const modifier = nameOf(shops, 'modifier');
    const rules = (value: string) => ({
      rules: `version: v1
resourceModifierRules:
  - conditions: { groupResource: configmaps }
    mergePatches: [{ patchData: '{"metadata":{"labels":{"by":"${value}"}}}' }]`,
    });
    await one.configMap('velero', modifier, rules('us'));
    const id = await approve('modifier', {
      resourceModifier: { kind: 'ConfigMap', name: modifier },
    });
    await one.wire.mergePatch(configMapPath('velero', modifier), {
      data: rules('them'),
    });
    expect(await afterRound(id, 'modifier')).toEqual(voidAs(/modifier/i));
  });

  it('another restore is at work on its target', async () => {
    const { one } = shops.world;
    const id = await approve('busy');
    const name = nameOf(shops, 'busy');
    await one.createVelero('restores', 'Restore', {
      metadata: { name },
      spec: { backupName: shops.backup, includedNamespaces: [name] },
      // Velero lets what another one works on be.
      status: { phase: 'InProgress' },
    });
    expect(await afterRound(id, 'busy')).toEqual(
      voidAs(new RegExp(`${name} is running`)),
    );
    await one.wire.delete(one.path('restores', name));
  });

  it('a voter is out of the group', async () => {
    const id = await approve('voter');
    await shops.portal.restart({
      people: { ...PEOPLE, 'ana.approver': [] },
    });
    expect(await afterRound(id, 'voter')).toEqual(
      voidAs(/ana\.approver|approv/),
    );
    await shops.portal.restart();
  });

  it('the rules were changed', async () => {
    const id = await approve('config');
    await shops.portal.restart({ restores: { executeWithin: '1h' } });
    expect(await afterRound(id, 'config')).toEqual(
      voidAs(/configuration|policy/),
    );
    await shops.portal.restart();
  });

  it('its backup is gone', async () => {
    const { one } = shops.world;
    const id = await approve('backup');
    await one.wire.delete(one.path('backups', shops.backup));
    expect(await afterRound(id, 'backup')).toEqual(voidAs(/backup/));
  });
});
