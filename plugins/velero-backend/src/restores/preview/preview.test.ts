import { ObjectEffect } from '@appgear/backstage-plugin-velero-common';
import { previewRestore } from './preview';
import { Scene, stage } from './__testUtils__/scene';

/** Each object as `resource place`, with what happens to it. */
function effectsOf(scene: Scene): Record<string, string> {
  const { effects } = previewRestore(stage(scene));
  return Object.fromEntries(
    effects.map(effect => [
      `${effect.resource} ${[effect.namespace, effect.name]
        .filter(Boolean)
        .join('/')}`,
      inWords(effect),
    ]),
  );
}

function inWords({ action, reason, unclear }: ObjectEffect): string {
  return [action, reason, ...(unclear ?? [])].filter(Boolean).join(' ');
}

const shop = {
  'v1/Namespace': ['ws-shop'],
  'v1/ConfigMap': ['ws-shop/settings'],
  'apps/v1/Deployment': ['ws-shop/web'],
};

describe('what exists', () => {
  const living: Scene = {
    backup: shop,
    namespaces: { 'ws-shop': {} },
    live: ['configmaps ws-shop/settings'],
  };

  it('is left alone, and what is missing is created', () => {
    expect(effectsOf(living)).toEqual({
      'namespaces ws-shop': 'skip',
      'configmaps ws-shop/settings': 'skip',
      'deployments.apps ws-shop/web': 'create',
    });
  });

  it('is patched with existingResourcePolicy: update, namespaces never', () => {
    expect(
      effectsOf({ ...living, spec: { existingResourcePolicy: 'update' } }),
    ).toMatchObject({
      'namespaces ws-shop': 'skip',
      'configmaps ws-shop/settings': 'patch',
    });
  });

  it('is merged when it is a service account', () => {
    expect(
      effectsOf({
        backup: { 'v1/ServiceAccount': ['ws-shop/default'] },
        namespaces: { 'ws-shop': {} },
        live: ['serviceaccounts ws-shop/default'],
      }),
    ).toEqual({ 'serviceaccounts ws-shop/default': 'patch' });
  });

  it('is not in a namespace that does not exist, read or not', () => {
    expect(effectsOf({ backup: shop, unread: ['configmaps'] })).toMatchObject({
      'configmaps ws-shop/settings': 'create',
    });
  });

  it('is unclear for a kind that is not read', () => {
    expect(effectsOf({ ...living, unread: ['configmaps'] })).toMatchObject({
      'configmaps ws-shop/settings': 'unclear target',
    });
  });

  it('is sought under the mapped name', () => {
    expect(
      effectsOf({
        backup: shop,
        spec: { namespaceMapping: { 'ws-shop': 'ws-drill' } },
        namespaces: { 'ws-drill': {} },
        live: ['configmaps ws-drill/settings'],
      }),
    ).toEqual({
      'namespaces ws-drill': 'skip',
      'configmaps ws-drill/settings': 'skip',
      'deployments.apps ws-drill/web': 'create',
    });
  });
});

describe('the spec', () => {
  const backup = {
    'v1/Namespace': ['a', 'b'],
    'v1/ConfigMap': ['a/x', 'b/x'],
    'v1/Secret': ['a/s'],
    'v1/Event': ['a/e'],
    'rbac.authorization.k8s.io/v1/ClusterRole': ['reader'],
  };

  it('takes everything but what Velero never restores', () => {
    expect(effectsOf({ backup })).toEqual({
      'namespaces a': 'create',
      'namespaces b': 'create',
      'configmaps a/x': 'create',
      'configmaps b/x': 'create',
      'secrets a/s': 'create',
      'events a/e': 'notRestored neverRestored',
      'clusterroles.rbac.authorization.k8s.io reader': 'create',
    });
  });

  it('leaves cluster-scoped objects out once it names namespaces', () => {
    expect(effectsOf({ backup, spec: { includedNamespaces: ['a'] } })).toEqual({
      'namespaces a': 'create',
      'namespaces b': 'notRestored clusterScopedExcluded',
      'configmaps a/x': 'create',
      'configmaps b/x': 'notRestored namespaceExcluded',
      'secrets a/s': 'create',
      'events a/e': 'notRestored neverRestored',
      'clusterroles.rbac.authorization.k8s.io reader':
        'notRestored clusterScopedExcluded',
    });
    expect(
      effectsOf({
        backup,
        spec: { includedNamespaces: ['a'], includeClusterResources: true },
      }),
    ).toMatchObject({
      'clusterroles.rbac.authorization.k8s.io reader': 'create',
    });
  });

  it('knows kinds by short names, and namespaces by globs', () => {
    expect(
      effectsOf({
        backup,
        spec: { includedResources: ['cm'], excludedNamespaces: ['b*'] },
      }),
    ).toMatchObject({
      'configmaps a/x': 'create',
      'configmaps b/x': 'notRestored namespaceExcluded',
      'secrets a/s': 'notRestored resourceExcluded',
    });
  });

  it('selects by the labels in the backup, where they were read', () => {
    expect(
      effectsOf({
        backup,
        spec: { labelSelector: { matchLabels: { app: 'web' } } },
        details: {
          'ConfigMap a/x': { labels: { app: 'web' } },
          'ConfigMap b/x': { labels: { app: 'db' } },
        },
      }),
    ).toMatchObject({
      'configmaps a/x': 'create',
      'configmaps b/x': 'notRestored labelSelector',
      'secrets a/s': 'unclear labels',
    });
  });

  it('brings the claims of a selected pod, and their volumes', () => {
    expect(
      effectsOf({
        backup: {
          'v1/Pod': ['a/db-0'],
          'v1/PersistentVolumeClaim': ['a/data', 'a/other'],
          'v1/PersistentVolume': ['pv-data', 'pv-other'],
        },
        spec: {
          includedNamespaces: ['a'],
          labelSelector: { matchLabels: { app: 'db' } },
        },
        details: {
          'Pod a/db-0': { labels: { app: 'db' }, claims: ['data'] },
          'PersistentVolumeClaim a/data': { volume: 'pv-data' },
          'PersistentVolumeClaim a/other': { volume: 'pv-other' },
        },
        volumes: [
          { namespace: 'a', claim: 'data', method: 'NativeSnapshot' },
          { namespace: 'a', claim: 'other', method: 'NativeSnapshot' },
        ],
      }),
    ).toEqual({
      'persistentvolumes pv-data': 'create',
      'persistentvolumes pv-other': 'notRestored clusterScopedExcluded',
      'persistentvolumeclaims a/data': 'create',
      'persistentvolumeclaims a/other': 'notRestored labelSelector',
      'pods a/db-0': 'create',
    });
  });
});

describe('objects of their own kind', () => {
  it('that ended, mirror pods and what Kubernetes makes are left out', () => {
    expect(
      effectsOf({
        backup: {
          'v1/Pod': ['a/done', 'a/mirror', 'a/runs', 'a/unread'],
          'batch/v1/Job': ['a/done'],
          'apiregistration.k8s.io/v1/APIService': ['v1.apps'],
        },
        details: {
          'Pod a/done': { completed: true },
          'Pod a/mirror': {
            annotations: { 'kubernetes.io/config.mirror': 'x' },
          },
          'Pod a/runs': {},
          'Job a/done': { completed: true },
          'APIService v1.apps': {
            labels: { 'kube-aggregator.kubernetes.io/automanaged': 'onstart' },
          },
        },
      }),
    ).toEqual({
      'apiservices.apiregistration.k8s.io v1.apps':
        'notRestored managedByKubernetes',
      'jobs.batch a/done': 'notRestored completed',
      'pods a/done': 'notRestored completed',
      'pods a/mirror': 'notRestored mirrorPod',
      'pods a/runs': 'create',
      'pods a/unread': 'create contents',
    });
  });

  it('of kinds the target lacks need their definition to come along', () => {
    const widgets = {
      'example.com/v1/Widget': ['a/w'],
      'apiextensions.k8s.io/v1/CustomResourceDefinition': [
        'widgets.example.com',
      ],
    };
    expect(effectsOf({ backup: widgets })).toMatchObject({
      'widgets.example.com a/w': 'create',
    });
    expect(
      effectsOf({ backup: widgets, spec: { includeClusterResources: false } }),
    ).toMatchObject({ 'widgets.example.com a/w': 'unclear kindNotServed' });
  });

  it('that carry volume data come under new names', () => {
    expect(
      effectsOf({
        backup: {
          'snapshot.storage.k8s.io/v1/VolumeSnapshot': ['a/s'],
          'velero.io/v2alpha1/DataUpload': ['velero/d'],
        },
      }),
    ).toEqual({
      'volumesnapshots.snapshot.storage.k8s.io a/s':
        'notRestored partOfVolumeData',
      'datauploads.velero.io velero/d': 'notRestored partOfVolumeData',
    });
  });
});

describe('the summary', () => {
  const { summary, effectsDigest, effects } = previewRestore(
    stage({
      backup: {
        ...shop,
        'v1/Secret': ['ws-shop/key'],
        'rbac.authorization.k8s.io/v1/ClusterRole': ['reader'],
      },
      spec: { namespaceMapping: { 'ws-shop': 'ws-pay' } },
      sources: { 'ws-shop': { workspace: 'shop', tenant: 'acme' } },
      namespaces: { 'ws-pay': { workspace: 'pay', tenant: 'bank' } },
      live: ['configmaps ws-pay/settings'],
    }),
  );

  it('counts what approvers ask for first', () => {
    expect(summary).toMatchObject({
      actions: { create: 3, skip: 2, patch: 0, notRestored: 0, unclear: 0 },
      secrets: 1,
      clusterScoped: 1,
      crossingTenants: 2,
      namespaces: [
        {
          name: 'ws-pay',
          sources: ['ws-shop'],
          exists: true,
          workspace: 'pay',
          tenant: 'bank',
          changes: 2,
        },
      ],
    });
  });

  it('is backed by effects that say both tenants', () => {
    expect(effects.find(({ name }) => name === 'key')).toMatchObject({
      namespace: 'ws-pay',
      sourceNamespace: 'ws-shop',
      crossesTenant: { from: 'acme', to: 'bank' },
    });
    expect(effectsDigest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('counts a source of unknown tenant as crossing', () => {
    const unknown = previewRestore(
      stage({
        backup: shop,
        spec: { namespaceMapping: { 'ws-shop': 'ws-pay' } },
        namespaces: { 'ws-pay': { tenant: 'bank' } },
      }),
    );
    expect(unknown.summary.crossingTenants).toBe(2);
  });

  it('has the same digest whatever the order of the list', () => {
    const input = stage({ backup: shop });
    const reversed = {
      ...input,
      backup: {
        ...input.backup,
        objects: [...input.backup.objects].reverse(),
      },
    };
    expect(previewRestore(reversed).effectsDigest).toBe(
      previewRestore(input).effectsDigest,
    );
  });
});

it('previews a backup of 50,000 objects', () => {
  const names = Array.from({ length: 50_000 }, (_, n) => `ws-${n % 100}/c${n}`);
  const { summary } = previewRestore(
    stage({ backup: { 'v1/ConfigMap': names } }),
  );
  expect(summary.actions.create).toBe(50_000);
  expect(summary.namespaces).toHaveLength(100);
});
