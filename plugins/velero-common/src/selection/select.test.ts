import {
  cluster,
  enabled,
  object,
  select,
  VERSIONS,
  why,
} from './__testUtils__/cluster';

describe("module 15's workspaces-daily", () => {
  const spec = {
    includedNamespaces: ['*'],
    labelSelector: { matchLabels: { 'appgear.io/backup-enabled': 'true' } },
    excludedResources: ['events', 'events.events.k8s.io'],
  };

  it('asks each object for its own label, and follows chains from those that have it', () => {
    expect(select(spec, 'v1.14.1').names).toEqual([
      'clusterrolebindings/robots',
      'clusterroles/robot-role',
      'namespaces/ws-shop',
      'persistentvolumeclaims/ws-shop/data',
      'persistentvolumes/pv-1',
      'pods/ws-shop/db-0',
      'priorityclasses/high',
      'serviceaccounts/ws-shop/robot',
    ]);
  });

  it('names the selector as the reason for the rest', () => {
    const selection = select(spec, 'v1.18.2');
    expect(why(selection, 'deployments/ws-shop/web')).toBe('labelSelector');
    expect(why(selection, 'secrets/ws-shop/token')).toBe('labelSelector');
    expect(why(selection, 'namespaces/ws-blog')).toBe(
      'namespaceWithoutSelection',
    );
  });

  it('saves every Namespace object in 1.13, and none without selected items after', () => {
    const namespaces = (version: string) =>
      select(spec, version).names.filter(name =>
        name.startsWith('namespaces/'),
      );
    expect(namespaces('v1.13.0')).toEqual([
      'namespaces/kube-system',
      'namespaces/ws-blog',
      'namespaces/ws-shop',
    ]);
    expect(namespaces('v1.14.1')).toEqual(['namespaces/ws-shop']);
  });

  it('brings, from 1.15 on, the running pods that share a claim', () => {
    const holds = (version: string) =>
      select(spec, version).names.includes('pods/ws-shop/reader');
    expect(VERSIONS.map(holds)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  it('holds an empty shell when only the namespace has the label', () => {
    const objects = [
      object('namespace', 'ws-shop', enabled),
      object('deployment', 'ws-shop/web'),
    ];
    expect(select(spec, 'v1.18.2', objects).names).toEqual([
      'namespaces/ws-shop',
    ]);
  });
});

describe('custom resources', () => {
  const objects = [
    object('namespace', 'ws-shop'),
    object('widget', 'ws-shop/one', enabled),
    object('definition', 'widgets.example.io'),
    object('definition', 'unused.example.io'),
  ];

  it('bring their definition along when definitions are neither named nor excluded', () => {
    const { captured } = select(
      { includedNamespaces: ['ws-shop'] },
      'v1.18.2',
      objects,
    );
    expect(
      captured.find(it => it.object.name === 'widgets.example.io')?.via,
    ).toEqual({
      group: 'example.io',
      plural: 'widgets',
      namespace: 'ws-shop',
      name: 'one',
    });
    expect(captured.map(it => it.object.name)).not.toContain(
      'unused.example.io',
    );
  });

  it('do not when definitions are selected by a label that they lack', () => {
    const spec = {
      labelSelector: enabled.labels && { matchLabels: enabled.labels },
      includeClusterResources: true,
    };
    expect(select(spec, 'v1.18.2', objects).names).toEqual([
      'namespaces/ws-shop',
      'widgets/ws-shop/one',
    ]);
  });

  it('do not with includeClusterResources: false', () => {
    expect(
      select({ includeClusterResources: false }, 'v1.18.2', objects).names,
    ).toEqual(['widgets/ws-shop/one']);
  });
});

describe('single objects', () => {
  const excluded = { labels: { 'velero.io/exclude-from-backup': 'true' } };

  it('with the exclude label stay out, even when another brings them along', () => {
    const objects = cluster.map(it =>
      it.plural === 'persistentvolumeclaims' ? { ...it, ...excluded } : it,
    );
    const selection = select(
      { includedNamespaces: ['ws-shop'] },
      'v1.18.2',
      objects,
    );
    expect(why(selection, 'persistentvolumeclaims/ws-shop/data')).toBe(
      'excludedByLabel',
    );
    expect(selection.names).not.toContain('persistentvolumes/pv-1');
  });

  it('with the exclude label on their namespace stay out', () => {
    const objects = cluster.map(it =>
      it.name === 'ws-shop' ? { ...it, ...excluded } : it,
    );
    const selection = select({}, 'v1.18.2', objects);
    expect(why(selection, 'deployments/ws-shop/web')).toBe(
      'namespaceExcludedByLabel',
    );
    expect(why(selection, 'namespaces/ws-shop')).toBe(
      'namespaceExcludedByLabel',
    );
  });

  it('that are being deleted stay out', () => {
    const objects = cluster.map(it =>
      it.plural === 'secrets' ? { ...it, terminating: true } : it,
    );
    expect(why(select({}, 'v1.18.2', objects), 'secrets/ws-shop/token')).toBe(
      'terminating',
    );
  });

  it('say by which list their namespace stays out', () => {
    const selection = select(
      { includedNamespaces: ['*'], excludedNamespaces: ['ws-blog'] },
      'v1.18.2',
    );
    expect(why(selection, 'deployments/ws-blog/web')).toBe('namespaceExcluded');
    expect(
      why(
        select({ includedNamespaces: ['ws-shop'] }, 'v1.18.2'),
        'deployments/ws-blog/web',
      ),
    ).toBe('namespaceNotIncluded');
  });

  it('save the Namespace object of an excluded namespace from 1.14 to 1.18.1', () => {
    const spec = {
      excludedNamespaces: ['ws-blog'],
      excludedResources: ['events'],
    };
    const holds = (version: string) =>
      select(spec, version).names.includes('namespaces/ws-blog');
    expect(VERSIONS.map(holds)).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('label selectors', () => {
  it('joined by or take what any of them asks for', () => {
    const objects = [
      object('namespace', 'ws-shop'),
      object('secret', 'ws-shop/a', { labels: { tier: 'db' } }),
      object('secret', 'ws-shop/b', { labels: { tier: 'web' } }),
      object('secret', 'ws-shop/c'),
    ];
    const spec = {
      orLabelSelectors: [
        { matchLabels: { tier: 'db' } },
        {
          matchExpressions: [{ key: 'tier', operator: 'In', values: ['web'] }],
        },
      ],
    };
    expect(select(spec, 'v1.18.2', objects).names).toEqual([
      'namespaces/ws-shop',
      'secrets/ws-shop/a',
      'secrets/ws-shop/b',
    ]);
  });

  it('without requirements are refused by the API server, so that nothing is listed', () => {
    const selection = select(
      { labelSelector: {}, includedNamespaces: ['ws-shop'] },
      'v1.18.2',
    );
    expect(selection.problems).toEqual([
      { code: 'selectorRefused', message: '{}' },
    ]);
    expect(
      selection.names.filter(name => !name.startsWith('namespaces/')),
    ).toEqual([]);
    expect(why(selection, 'deployments/ws-shop/web')).toBe(
      'labelSelectorRefused',
    );
  });
});

it('captures nothing of a spec that Velero refuses', () => {
  const selection = select(
    {
      labelSelector: { matchLabels: { a: 'b' } },
      orLabelSelectors: [{ matchLabels: { a: 'b' } }],
    },
    'v1.18.2',
  );
  expect(selection.captured).toEqual([]);
  expect(selection.problems).toEqual([
    {
      code: 'invalid',
      message:
        'encountered labelSelector as well as orLabelSelectors in backup spec, only one can be specified',
    },
  ]);
});

it('groups volumes from 1.17 on', () => {
  const group = { 'velero.io/volume-group': 'g1' };
  const objects = [
    object('namespace', 'ws-shop'),
    object('claim', 'ws-shop/a', {
      labels: { ...group, pick: 'me' },
      links: { volume: 'pv-a' },
    }),
    object('claim', 'ws-shop/b', { labels: group, links: { volume: 'pv-b' } }),
    object('volume', 'pv-a'),
    object('volume', 'pv-b'),
  ];
  const spec = { labelSelector: { matchLabels: { pick: 'me' } } };
  expect(select(spec, 'v1.16.2', objects).names).not.toContain(
    'persistentvolumes/pv-b',
  );
  expect(select(spec, 'v1.17.1', objects).names).toContain(
    'persistentvolumes/pv-b',
  );
});
