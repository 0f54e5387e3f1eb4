import { previewRestore } from './preview';
import { RiskContext, risksOf } from './risks';
import { Scene, stage } from './__testUtils__/scene';

const NOW = new Date('2026-03-02T00:00:00Z');

function risks(scene: Scene, context: Partial<RiskContext> = {}) {
  return risksOf(
    previewRestore(stage(scene)),
    {
      clusterRole: 'production',
      veleroNamespace: 'velero',
      globalWorkspace: 'global',
      updatesExisting: scene.spec?.existingResourcePolicy === 'update',
      gateObjects: ['ClusterRole/backstage-velero*'],
      backupStartedAt: '2026-03-01T00:00:00Z',
      sourceNamespaces: new Map(Object.entries(scene.sources ?? {})),
      ...context,
    },
    NOW,
  );
}

const shop: Scene = {
  backup: { 'v1/ConfigMap': ['ws-shop/settings'] },
  sources: { 'ws-shop': { workspace: 'shop', tenant: 'acme' } },
};
const living: Scene = {
  ...shop,
  namespaces: { 'ws-shop': { workspace: 'shop', tenant: 'acme' } },
  live: ['configmaps ws-shop/settings'],
};

describe('risksOf', () => {
  it('are few for a new namespace', () => {
    expect(risks(shop)).toEqual({
      targets: ['new'],
      overwrite: false,
      clusterScoped: false,
      tenantCrossing: false,
      platform: false,
      veleroNamespace: false,
      gateObjects: false,
      secrets: false,
      hooks: false,
      clusterRole: 'production',
      pointAgeMs: 24 * 3_600_000,
      grade: 'unknown',
      workspaces: ['shop'],
      tenants: ['acme'],
    });
  });

  it.each<[string, Scene, Partial<ReturnType<typeof risks>>]>([
    ['a living namespace', living, { targets: ['living'], overwrite: false }],
    [
      'overwriting',
      { ...living, spec: { existingResourcePolicy: 'update' } },
      { overwrite: true },
    ],
    [
      'perhaps overwriting',
      {
        ...living,
        spec: { existingResourcePolicy: 'update' },
        unread: ['configmaps'],
      },
      { overwrite: true },
    ],
    [
      'a policy of update that finds nothing',
      { ...shop, spec: { existingResourcePolicy: 'update' } },
      { overwrite: false },
    ],
    [
      'service accounts, which are only merged',
      {
        backup: { 'v1/ServiceAccount': ['ws-shop/default'] },
        namespaces: { 'ws-shop': {} },
        live: ['serviceaccounts ws-shop/default'],
        spec: { existingResourcePolicy: 'update' },
      },
      { overwrite: false },
    ],
    [
      "another workspace's namespace: both are touched",
      {
        ...shop,
        spec: { namespaceMapping: { 'ws-shop': 'ws-pay' } },
        namespaces: { 'ws-pay': { workspace: 'pay', tenant: 'bank' } },
      },
      {
        targets: ['mapped'],
        tenantCrossing: true,
        workspaces: ['pay', 'shop'],
        tenants: ['acme', 'bank'],
      },
    ],
    [
      'the platform',
      {
        backup: { 'v1/Secret': ['argocd/x'] },
        sources: { argocd: { workspace: 'global', tenant: 'global' } },
      },
      { platform: true, secrets: true },
    ],
    [
      "Velero's namespace",
      { backup: { 'v1/ConfigMap': ['velero/x'] } },
      { veleroNamespace: true },
    ],
    [
      'what the gate rests on',
      {
        backup: {
          'rbac.authorization.k8s.io/v1/ClusterRole': ['backstage-velero-read'],
        },
      },
      { gateObjects: true, clusterScoped: true },
    ],
    [
      'a cluster role of others',
      { backup: { 'rbac.authorization.k8s.io/v1/ClusterRole': ['reader'] } },
      { gateObjects: false, clusterScoped: true },
    ],
    [
      'hooks in annotations',
      {
        backup: { 'v1/Pod': ['a/p'] },
        details: {
          'Pod a/p': {
            annotations: { 'post.hook.restore.velero.io/command': 'x' },
          },
        },
      },
      { hooks: true },
    ],
  ])('show %s', (_, scene, expected) => {
    expect(risks(scene)).toMatchObject(expected);
  });

  it('count a point of unknown age as old', () => {
    expect(risks(shop, { backupStartedAt: undefined }).pointAgeMs).toBe(
      Number.MAX_SAFE_INTEGER,
    );
  });

  it('are more where tenants meet in a new namespace', () => {
    const meet: Scene = {
      spec: { namespaceMapping: { 'ws-shop': 'drill', 'ws-bank': 'drill' } },
      backup: { 'v1/Secret': ['ws-shop/token', 'ws-bank/token'] },
      sources: {
        'ws-shop': { workspace: 'shop', tenant: 'acme' },
        'ws-bank': { workspace: 'bank', tenant: 'bank' },
      },
    };
    expect(risks(meet).tenantCrossing).toBe(true);
    const one = { workspace: 'bank', tenant: 'acme' };
    expect(
      risks({ ...meet, sources: { ...meet.sources, 'ws-bank': one } })
        .tenantCrossing,
    ).toBe(false);
  });

  it('say when a namespace of no workspace is touched, at either end', () => {
    expect(risks(shop).beyondWorkspaces).toBeUndefined();
    expect(risks({ ...shop, sources: {} }).beyondWorkspaces).toBe(true);
    expect(
      risks({
        ...shop,
        spec: { namespaceMapping: { 'ws-shop': 'tools' } },
        namespaces: { tools: {} },
      }).beyondWorkspaces,
    ).toBe(true);
  });

  it("leave Velero's namespace alone when only volume data comes from there", () => {
    const moved: Scene = {
      ...shop,
      spec: { includedNamespaces: ['ws-shop'] },
      backup: { ...shop.backup, 'velero.io/v2alpha1/DataUpload': ['velero/d'] },
    };
    expect(risks(moved)).toEqual(risks(shop));
  });
});
