import type {
  ObjectEffect,
  PreviewSummary,
  RestoredObject,
  RestoreRisks,
} from '@appgear/backstage-plugin-velero-common';
import { DAY } from './time';

/** What a restore of ws-checkout would do, object by object. */
export function effects(): ObjectEffect[] {
  const namespace = 'ws-checkout';
  const settings = Array.from(
    { length: 130 },
    (_, index): ObjectEffect => ({
      action: 'create',
      resource: 'configmaps',
      kind: 'ConfigMap',
      namespace,
      name: `settings-${index + 1}`,
    }),
  );
  return [
    {
      action: 'patch',
      resource: 'deployments.apps',
      kind: 'Deployment',
      namespace,
      name: 'checkout-api',
      changes: [{ what: 'image', from: 'old/api', to: 'new/api' }],
    },
    {
      action: 'create',
      resource: 'persistentvolumeclaims',
      kind: 'PersistentVolumeClaim',
      namespace,
      name: 'orders',
      volume: { data: 'restored', reason: 'movedSnapshot', bytes: 5e9 },
    },
    {
      action: 'create',
      resource: 'secrets',
      kind: 'Secret',
      namespace,
      name: 'checkout-db',
    },
    {
      action: 'skip',
      resource: 'services',
      kind: 'Service',
      namespace,
      name: 'checkout-api',
    },
    {
      action: 'notRestored',
      resource: 'pods',
      kind: 'Pod',
      namespace,
      name: 'migrate-7h2x',
      reason: 'completed',
    },
    {
      action: 'unclear',
      resource: 'jobs.batch',
      kind: 'Job',
      namespace,
      name: 'nightly',
      unclear: ['contents'],
    },
    ...settings,
  ];
}

export function summary(): PreviewSummary {
  return {
    actions: { create: 132, skip: 1, patch: 1, notRestored: 1, unclear: 1 },
    resources: [
      { resource: 'configmaps', actions: { create: 130 } },
      { resource: 'deployments.apps', actions: { patch: 1 } },
      { resource: 'jobs.batch', actions: { unclear: 1 } },
      { resource: 'persistentvolumeclaims', actions: { create: 1 } },
      { resource: 'pods', actions: { notRestored: 1 } },
      { resource: 'secrets', actions: { create: 1 } },
      { resource: 'services', actions: { skip: 1 } },
    ],
    namespaces: [
      {
        name: 'ws-checkout',
        sources: ['ws-checkout'],
        exists: true,
        workspace: 'ws-checkout',
        tenant: 'loja',
        changes: 133,
      },
    ],
    volumes: { restored: 1 },
    secrets: 1,
    clusterScoped: 0,
    podsWithHooks: 0,
    changed: 1,
    crossingTenants: 0,
    unclear: { contents: 1 },
  };
}

export function risks(): RestoreRisks {
  return {
    targets: ['living'],
    overwrite: true,
    clusterScoped: false,
    tenantCrossing: false,
    platform: false,
    veleroNamespace: false,
    gateObjects: false,
    secrets: true,
    hooks: false,
    clusterRole: 'production',
    pointAgeMs: 2 * DAY * 60_000,
    grade: 'complete',
    workspaces: ['ws-checkout'],
    tenants: ['loja'],
  };
}

/** What Velero did, object by object. */
export function outcome(): RestoredObject[] {
  return effects()
    .filter(({ action }) => action !== 'notRestored' && action !== 'unclear')
    .map(({ kind, namespace, name, action }, index) => ({
      apiKind: kind === 'Deployment' ? 'apps/v1/Deployment' : `v1/${kind}`,
      namespace,
      name,
      result:
        index === 1
          ? 'failed'
          : ({ patch: 'updated', skip: 'skipped' } as const)[
              action as string
            ] ?? 'created',
    }));
}
