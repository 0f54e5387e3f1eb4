import { previewRestore } from './preview';
import { Scene, stage } from './__testUtils__/scene';

const first = (scene: Scene) => previewRestore(stage(scene)).effects[0];

describe('hooks', () => {
  const pod = { 'v1/Pod': ['a/db-0'] };
  const hooks = {
    resources: [
      {
        name: 'warm-up',
        includedNamespaces: ['a'],
        labelSelector: { matchLabels: { app: 'db' } },
        postHooks: [
          { exec: { container: 'db', command: ['pg_ctl', 'reload'] } },
          { init: { initContainers: [{ image: 'busybox', command: ['ls'] }] } },
        ],
      },
    ],
  };
  const details = { 'Pod a/db-0': { labels: { app: 'db' } } };

  it('of the spec run in the pods they select', () => {
    expect(first({ backup: pod, spec: { hooks }, details }).hooks).toEqual([
      {
        source: 'spec',
        type: 'exec',
        name: 'warm-up',
        container: 'db',
        command: 'pg_ctl reload',
      },
      {
        source: 'spec',
        type: 'init',
        name: 'warm-up',
        container: 'busybox',
        command: 'ls',
      },
    ]);
    expect(
      first({
        backup: pod,
        spec: { hooks },
        details: { 'Pod a/db-0': { labels: { app: 'web' } } },
      }).hooks,
    ).toBeUndefined();
  });

  it('may run where the labels were not read', () => {
    const { hooks: found } = first({ backup: pod, spec: { hooks } });
    expect(found?.map(({ unclear }) => unclear)).toEqual([true, true]);
  });

  it('in annotations run without any in the spec, and instead of them', () => {
    const annotations = {
      'post.hook.restore.velero.io/command': '["/bin/sh","-c","rm -rf /"]',
      'post.hook.restore.velero.io/container': 'db',
    };
    const annotated = {
      'Pod a/db-0': { labels: { app: 'db' }, annotations },
    };
    const expected = {
      source: 'annotation',
      type: 'exec',
      container: 'db',
      command: '["/bin/sh","-c","rm -rf /"]',
    };
    expect(first({ backup: pod, details: annotated }).hooks).toEqual([
      expected,
    ]);
    expect(
      first({ backup: pod, spec: { hooks }, details: annotated }).hooks,
    ).toEqual([expected, expect.objectContaining({ type: 'init' })]);
  });

  it('do not run in a pod that is there already', () => {
    expect(
      first({
        backup: pod,
        spec: { hooks },
        details,
        namespaces: { a: {} },
        live: ['pods a/db-0'],
      }).hooks,
    ).toBeUndefined();
  });
});

describe('plugin ConfigMaps', () => {
  it('change storage classes', () => {
    const scene: Scene = {
      backup: { 'v1/PersistentVolumeClaim': ['a/data'] },
      details: { 'PersistentVolumeClaim a/data': { storageClasses: ['slow'] } },
      plugins: { storageClasses: { slow: 'fast' } },
    };
    expect(first(scene).changes).toEqual([
      { what: 'storageClass', from: 'slow', to: 'fast' },
    ]);
    expect(first({ ...scene, details: {} }).unclear).toEqual(['contents']);
  });

  it('change images by the first row that fits', () => {
    const scene: Scene = {
      backup: { 'apps/v1/Deployment': ['a/web'] },
      details: { 'Deployment a/web': { images: ['old:5000/web:1'] } },
      plugins: {
        imageNames: { a: 'nothing,', b: 'old:5000,new', c: '5000,x' },
      },
    };
    expect(first(scene).changes).toEqual([
      { what: 'image', from: 'old:5000/web:1', to: 'new/web:1' },
    ]);
  });

  const modifier = (conditions: object) => ({
    resourceModifier: {
      rules: JSON.stringify({
        version: 'v1',
        resourceModifierRules: [
          { conditions, patches: [{ operation: 'remove', path: '/x' }] },
        ],
      }),
    },
  });

  it.each<[object, boolean]>([
    [{ groupResource: 'deployments.apps' }, true],
    [{ groupResource: '*.apps' }, true],
    [{ groupResource: '*' }, false],
    [{ groupResource: '**' }, true],
    [{ groupResource: 'pods' }, false],
    [{ groupResource: '**', namespaces: ['b'] }, false],
    [{ groupResource: '**', resourceNameRegex: '^w.b$' }, true],
    [{ groupResource: '**', resourceNameRegex: '^x' }, false],
    [{ groupResource: '**', resourceNameRegex: '(a+)+$' }, true],
    [
      { groupResource: '**', labelSelector: { matchLabels: { a: 'b' } } },
      false,
    ],
  ])('modify by rules with %j: %s', (conditions, changes) => {
    const effect = first({
      backup: { 'apps/v1/Deployment': ['a/web'] },
      details: { 'Deployment a/web': { labels: { a: 'c' } } },
      plugins: modifier(conditions),
    });
    expect(effect.changes).toEqual(
      changes ? [{ what: 'resourceModifier', rule: 1 }] : undefined,
    );
  });

  it('leave alone what is skipped', () => {
    expect(
      first({
        backup: { 'apps/v1/Deployment': ['a/web'] },
        plugins: modifier({ groupResource: '**' }),
        namespaces: { a: {} },
        live: ['deployments.apps a/web'],
      }).changes,
    ).toBeUndefined();
  });
});
