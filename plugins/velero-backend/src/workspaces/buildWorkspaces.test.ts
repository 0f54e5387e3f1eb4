import { workspacesSchema } from '../config/workspaces';
import { NamespaceRecord, ownRow } from '../fleet';
import { buildWorkspaces } from './buildWorkspaces';
import { WorkspaceClaim } from './catalogClaims';

const WORKSPACE = 'appgear.io/workspace-id';
const TENANT = 'appgear.io/tenant-id';
const ENABLED = 'appgear.io/backup-enabled';
const OWNER = 'appgear.io/owner';

function namespace(
  name: string,
  rest: Partial<NamespaceRecord> = {},
): NamespaceRecord {
  return {
    ...ownRow('prod', name),
    terminating: false,
    ...rest,
  };
}

function build(
  namespaces: NamespaceRecord[],
  config: Parameters<typeof workspacesSchema.parse>[0] = {},
  claims: Record<string, WorkspaceClaim> = {},
) {
  return buildWorkspaces(
    namespaces,
    ['prod', 'dr'],
    new Map(Object.entries(claims)),
    workspacesSchema.parse(config),
  );
}

describe('buildWorkspaces', () => {
  it('groups namespaces of one id across clusters, in the order of the configuration', () => {
    const labels = { [WORKSPACE]: 'shop' };
    const shop = build([
      namespace('b', { cluster: 'dr', labels }),
      namespace('b', { labels }),
      namespace('a', { labels }),
      namespace('free'),
    ]).get('shop')!;
    expect(shop.clusters).toEqual(['prod', 'dr']);
    expect(
      shop.namespaces.map(({ cluster, name }) => `${cluster}/${name}`),
    ).toEqual(['prod/a', 'prod/b', 'dr/b']);
  });

  describe('of what only backups tell of', () => {
    const lost = (name: string) =>
      namespace(name, { cluster: 'bucket', isLost: true });

    it('goes by rules, else by the name', () => {
      const workspaces = build([lost('kube-dns'), lost('ws-shop')], {
        rules: [{ namespaces: 'kube-*' }],
      });
      expect([...workspaces.keys()]).toEqual(['global', 'ws-shop']);
    });

    it('says nothing of a label that went with it', () => {
      const workspaces = build([lost('ws-shop')]);
      expect(workspaces.get('ws-shop')!.intent).toBe('unknown');
    });

    it('gives nothing to a living workspace that is only called so', () => {
      const shop = namespace('frontend', { labels: { [WORKSPACE]: 'shop' } });
      const workspaces = build([lost('shop'), shop]);
      expect(workspaces.get('shop')!.namespaces).toEqual([shop]);
    });
  });

  it('leaves out what a drill restored with all its labels', () => {
    const labels = { [WORKSPACE]: 'shop' };
    const drilled = (value: string, key = 'appgear.io/dr-drill') =>
      namespace(`drill-${value}`, { labels: { ...labels, [key]: value } });
    const namesOf = (...args: Parameters<typeof build>) =>
      build(...args)
        .get('shop')
        ?.namespaces.map(({ name }) => name);
    const all = [namespace('a', { labels }), drilled('monday')];
    expect(namesOf(all)).toEqual(['a']);
    expect(namesOf(all, { rules: [{ namespaces: '*' }] })).toEqual(['a']);
    expect(namesOf([drilled('false')])).toEqual(['drill-false']);
    const own = { labels: { drill: 'example.io/drill' } };
    expect(namesOf([drilled('x', 'example.io/drill')], own)).toBeUndefined();
  });

  it.each([
    ['enabled', ['true', 'true']],
    ['mixed', ['true', 'false']],
    ['disabled', ['yes', undefined]],
  ])('sums intent up to %s', (intent, values) => {
    const members = values.map((value, index) =>
      namespace(`n${index}`, {
        labels: {
          [WORKSPACE]: 'shop',
          ...(value && { [ENABLED]: value }),
        },
      }),
    );
    expect(build(members).get('shop')?.intent).toBe(intent);
  });

  it('believes the oldest namespace where they disagree', () => {
    const shop = build([
      namespace('restored', {
        createdAt: 2,
        labels: { [WORKSPACE]: 'shop', [TENANT]: 'b' },
        annotations: { [OWNER]: 'team-b' },
      }),
      namespace('original', {
        createdAt: 1,
        labels: { [WORKSPACE]: 'shop', [TENANT]: 'a' },
        annotations: { [OWNER]: 'team-a' },
      }),
    ]).get('shop')!;
    expect(shop).toMatchObject({ tenant: 'a', owner: 'group:default/team-a' });
  });

  it('follows rules for namespaces without a label, and a label before rules', () => {
    const workspaces = build(
      [
        namespace('argocd'),
        namespace('vault-1'),
        namespace('vaults'),
        namespace('vault-own', { labels: { [WORKSPACE]: 'own' } }),
      ],
      {
        rules: [
          { namespaces: 'argocd', owner: 'platform' },
          { namespaces: 'vault-*', workspaceId: 'global' },
        ],
      },
    );
    expect([...workspaces.keys()].sort()).toEqual(['global', 'own']);
    expect(workspaces.get('global')).toMatchObject({
      owner: 'group:default/platform',
      namespaces: [{ name: 'argocd' }, { name: 'vault-1' }],
    });
  });

  describe('the owner', () => {
    const labels = { [WORKSPACE]: 'shop' };
    const claim = {
      entityRef: 'component:default/shop',
      title: 'The shop',
      owner: 'group:default/claimants',
    };
    const ownerOf = (
      member: NamespaceRecord,
      config: Parameters<typeof workspacesSchema.parse>[0] = {},
    ) => build([member], config, { shop: claim }).get('shop')?.owner;

    it('is nobody when nothing says who', () => {
      expect(ownerOf(namespace('a', { labels }))).toBeUndefined();
    });

    it('is not taken from what is no entity reference', () => {
      const annotations = { [OWNER]: 'group:' };
      expect(ownerOf(namespace('a', { labels, annotations }))).toBeUndefined();
    });

    it('is taken from the catalog only where the configuration says so', () => {
      const member = namespace('a', { labels });
      expect(ownerOf(member, { ownersFromCatalog: true })).toBe(
        'group:default/claimants',
      );
    });

    it('is never taken from the catalog against the namespace', () => {
      const annotations = { [OWNER]: 'user:default/petra' };
      expect(
        ownerOf(namespace('a', { labels, annotations }), {
          ownersFromCatalog: true,
        }),
      ).toBe('user:default/petra');
    });

    it('is the default one last', () => {
      expect(ownerOf(namespace('a', { labels }), { defaultOwner: 'ops' })).toBe(
        'group:default/ops',
      );
    });
  });

  it('takes title and entity from the claim in any case', () => {
    const labels = { [WORKSPACE]: 'shop' };
    const claim = {
      entityRef: 'component:default/shop',
      title: 'The shop',
      owner: undefined,
    };
    expect(
      build([namespace('a', { labels })], {}, { shop: claim }).get('shop'),
    ).toMatchObject({
      title: 'The shop',
      entityRef: 'component:default/shop',
    });
  });
});
