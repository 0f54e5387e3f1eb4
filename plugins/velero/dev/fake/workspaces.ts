import type {
  Verdict,
  WorkspaceSummary,
} from '@appgear/backstage-plugin-velero-common';
import { protectionOf } from './protection';
import { at, HOUR } from './time';

const TENANTS = ['loja', 'pagamentos', 'plataforma'];
const NAMES = [
  'checkout',
  'payments',
  'search',
  'catalog',
  'pricing',
  'invoices',
  'identity',
  'reports',
  'mobile-bff',
  'recommendations',
  'shipping',
];

/** Of each kind one at least; those in no backup are unprotected. */
const VERDICTS: Verdict[] = [
  'partial',
  'protected',
  'metadataOnly',
  'stale',
  'unprotected',
  'localOnly',
  'protected',
  'empty',
  'unknown',
  'unprotected',
  'protected',
];

/** The platform and the tenants’ workspaces; every fifth is in no backup. */
export function workspaces(): WorkspaceSummary[] {
  const tenants = NAMES.map((name, index): WorkspaceSummary => {
    const isBackedUp = index % 5 !== 4;
    return {
      id: `ws-${name}`,
      title: `ws-${name}`,
      tenant: TENANTS[index % 2],
      owner: `group:default/team-${name}`,
      entityRef: `resource:default/ws-${name}`,
      clusters: index === 2 ? ['prod-sp', 'dr-rj'] : ['prod-sp'],
      namespaceCount: 1 + (index % 3),
      intent: (['enabled', 'enabled', 'mixed', 'disabled'] as const)[index % 4],
      lastBackup: isBackedUp
        ? {
            cluster: 'prod-sp',
            name: 'workspaces-daily-1',
            phase: index % 4 === 2 ? 'PartiallyFailed' : 'Completed',
            startedAt: at(-HOUR * (index + 1)),
            completedAt: at(-HOUR * (index + 1) + 8),
          }
        : undefined,
      lastCompletedBackup: isBackedUp
        ? {
            cluster: 'prod-sp',
            name: 'workspaces-daily-11',
            phase: 'Completed',
            completedAt: at(-HOUR * (index + 25)),
          }
        : undefined,
      backupCount: isBackedUp ? 40 - index : 0,
      nextRunAt: isBackedUp ? at(5 * HOUR) : undefined,
      protection: protectionOf(`ws-${name}`, VERDICTS[index]),
    };
  });
  return [
    {
      id: 'global',
      title: 'Platform',
      tenant: TENANTS[2],
      owner: 'group:default/appgear-platform-admins',
      clusters: ['prod-sp', 'dr-rj'],
      namespaceCount: 9,
      intent: 'enabled',
      lastBackup: {
        cluster: 'prod-sp',
        name: 'core-infra-daily-2',
        phase: 'InProgress',
        startedAt: at(-72 * HOUR),
      },
      lastCompletedBackup: {
        cluster: 'prod-sp',
        name: 'core-infra-daily-7',
        phase: 'Completed',
        completedAt: at(-96 * HOUR),
      },
      backupCount: 61,
      nextRunAt: at(4 * HOUR),
      protection: protectionOf('global', 'stale'),
    },
    ...tenants,
  ];
}
