import {
  says,
  type EffectAction,
  type ObjectEffect,
  type PreviewRestore,
  type PreviewSummary,
  type RequestedRestoreSpec,
  type RestorePreviewAnswer,
  type RestoreRisks,
} from '@appgear/backstage-plugin-velero-common';

/** Namespaces that live in the fake fleet, by the end of their names. */
const LIVES = /-(app|standby)$/;

const KINDS = [
  {
    kind: 'Deployment',
    resource: 'deployments.apps',
    names: ['web', 'worker'],
  },
  { kind: 'Service', resource: 'services', names: ['web'] },
  { kind: 'Secret', resource: 'secrets', names: ['db', 'tls'] },
  {
    kind: 'ConfigMap',
    resource: 'configmaps',
    names: Array.from({ length: 60 }, (_, index) => `flag-${index}`),
  },
  {
    kind: 'PersistentVolumeClaim',
    resource: 'persistentvolumeclaims',
    names: ['data-0'],
  },
  { kind: 'Pod', resource: 'pods', names: ['web-7d4b', 'migrate-2x9'] },
];

/** What the backend would say that a restore does. */
export function previewOf(asked: PreviewRestore): RestorePreviewAnswer {
  const obstacles = obstaclesTo(asked);
  if (obstacles.length > 0) return { obstacles };
  const all = effectsOf(asked.spec);
  const { action, resource, namespace, search = '' } = asked.effects ?? {};
  const { offset = 0, limit = 50 } = asked.effects ?? {};
  const matching = all.filter(
    effect =>
      (!action || effect.action === action) &&
      (!resource || effect.resource === resource) &&
      (!namespace || effect.namespace === namespace) &&
      effect.name.includes(search),
  );
  const summary = summaryOf(asked.spec, all);
  return {
    obstacles: [],
    preview: {
      digest: digestOf(asked),
      summary,
      risks: risksOf(asked, summary),
      effects: {
        items: matching.slice(offset, offset + limit),
        total: matching.length,
        offset,
        limit,
      },
      refused: [],
      factors: factorsFor(summary),
      rules: ['every restore'],
      neverApproved: [],
      sameTarget: [],
    },
  };
}

function obstaclesTo({ spec }: PreviewRestore) {
  return spec.backupName === 'workspaces-daily-6'
    ? [
        says('gate.backupUnfinished', {
          backup: spec.backupName,
          phase: 'Failed',
        }),
      ]
    : [];
}

/** The objects of all namespaces asked for, as Velero would treat them. */
export function effectsOf(spec: RequestedRestoreSpec): ObjectEffect[] {
  const { includedNamespaces = ['ws-checkout-app'], namespaceMapping } = spec;
  return includedNamespaces.flatMap(source => {
    const target = namespaceMapping?.[source] ?? source;
    return KINDS.flatMap(({ kind, resource, names }) =>
      names.map((name): ObjectEffect => {
        const effect: ObjectEffect = {
          action: actionOn(spec, resource, LIVES.test(target)),
          kind,
          resource,
          name,
          namespace: target,
          sourceNamespace: target === source ? undefined : source,
        };
        return { ...effect, ...detailsOf(effect, spec) };
      }),
    );
  });
}

function actionOn(
  spec: RequestedRestoreSpec,
  resource: string,
  lives: boolean,
): EffectAction {
  const included = spec.includedResources ?? [];
  if (included.length > 0 && !included.includes(resource)) return 'notRestored';
  if (spec.excludedResources?.includes(resource)) return 'notRestored';
  if (!lives) return 'create';
  return spec.existingResourcePolicy === 'update' ? 'patch' : 'skip';
}

function detailsOf(
  { action, kind, name }: ObjectEffect,
  spec: RequestedRestoreSpec,
): Partial<ObjectEffect> {
  if (action === 'notRestored') return { reason: 'resourceExcluded' };
  if (name === 'migrate-2x9')
    return { action: 'notRestored', reason: 'completed' };
  if (kind === 'PersistentVolumeClaim') {
    if (spec.restorePVs === false) {
      return { volume: { data: 'empty', reason: 'volumesOff' } };
    }
    return action === 'create'
      ? { volume: { data: 'restored', reason: 'movedSnapshot', bytes: 9e9 } }
      : { volume: { data: 'kept', reason: 'claimExists' } };
  }
  return kind === 'Pod' && action === 'create'
    ? {
        hooks: [
          { source: 'annotation', type: 'exec', command: '/bin/warm-up --all' },
        ],
      }
    : {};
}

function summaryOf(
  spec: RequestedRestoreSpec,
  effects: ObjectEffect[],
): PreviewSummary {
  const many = (test: (effect: ObjectEffect) => unknown) =>
    effects.filter(test).length;
  const changing = (effect: ObjectEffect) =>
    effect.action === 'create' || effect.action === 'patch';
  const acted = (action: EffectAction) => many(it => it.action === action);
  const data = (which: string) => many(it => it.volume?.data === which);
  return {
    actions: {
      create: acted('create'),
      skip: acted('skip'),
      patch: acted('patch'),
      notRestored: acted('notRestored'),
      unclear: 0,
    },
    resources: KINDS.map(({ resource }) => ({
      resource,
      actions: { create: many(it => it.resource === resource) },
    })),
    namespaces: (spec.includedNamespaces ?? ['ws-checkout-app']).map(source => {
      const name = spec.namespaceMapping?.[source] ?? source;
      return {
        name,
        sources: [source],
        exists: LIVES.test(name),
        workspace: source.replace(LIVES, ''),
        tenant: 'loja',
        changes: many(it => it.namespace === name && changing(it)),
      };
    }),
    volumes: {
      restored: data('restored'),
      kept: data('kept'),
      empty: data('empty'),
    },
    secrets: many(it => it.kind === 'Secret' && changing(it)),
    clusterScoped: 0,
    podsWithHooks: many(it => it.hooks),
    changed: 0,
    crossingTenants: 0,
    unclear: {},
  };
}

function risksOf(
  { cluster, spec }: PreviewRestore,
  summary: PreviewSummary,
): RestoreRisks {
  const lives = summary.namespaces.some(({ exists }) => exists);
  return {
    targets: [lives ? 'living' : 'new'],
    overwrite: summary.actions.patch > 0,
    clusterScoped: false,
    tenantCrossing: false,
    platform: false,
    veleroNamespace: false,
    gateObjects: false,
    secrets: summary.secrets > 0,
    hooks: summary.podsWithHooks > 0,
    clusterRole: cluster === 'prod-sp' ? 'production' : 'dr',
    pointAgeMs: spec.backupName.endsWith('-11') ? 180_000_000 : 10_800_000,
    grade: spec.backupName.endsWith('-11') ? 'complete' : 'partial',
    workspaces: ['ws-checkout'],
    tenants: ['loja'],
  };
}

function factorsFor(summary: PreviewSummary) {
  const approvers = {
    id: 'group:default/appgear-dr-approvers',
    groups: ['group:default/appgear-dr-approvers'],
    count: summary.actions.patch > 0 ? 2 : 1,
    rules: ['every restore'],
  };
  return summary.namespaces.some(({ exists }) => exists)
    ? [
        approvers,
        {
          id: 'owners:ws-checkout',
          groups: ['group:default/team-checkout'],
          workspace: 'ws-checkout',
          count: 1,
          rules: ['into a living namespace'],
        },
      ]
    : [approvers];
}

/** Looks like the backend's digest, and differs where the question does. */
function digestOf({ cluster, spec }: PreviewRestore): string {
  let sum = 7;
  for (const letter of JSON.stringify({ cluster, spec })) {
    sum = (sum * 31 + letter.charCodeAt(0)) % 0xffffffff;
  }
  return sum.toString(16).padStart(64, '0');
}
