import type {
  BackupDetail,
  RestoreSummary,
} from '@appgear/backstage-plugin-velero-common';
import { at, DAY, HOUR } from './time';

const SCOPES = [
  { schedule: 'workspaces-daily', workspaces: ['ws-checkout', 'ws-payments'] },
  { schedule: 'core-infra-daily', workspaces: ['global'] },
  { schedule: 'payments-hourly', workspaces: ['ws-payments'] },
  { schedule: 'search-weekly', workspaces: ['ws-search'] },
  {
    schedule: 'cluster-full-weekly',
    workspaces: ['global', 'ws-checkout', 'ws-payments', 'ws-search'],
  },
];

const ENDS = [
  { phase: 'Completed', warnings: 0, errors: 0 },
  { phase: 'Completed', warnings: 3, errors: 0 },
  { phase: 'PartiallyFailed', warnings: 1, errors: 4 },
  { phase: 'Completed', warnings: 0, errors: 0 },
  { phase: 'FailedValidation', warnings: 0, errors: 0 },
];

/** Some months of backups, newest first. */
export function backups(): BackupDetail[] {
  return Array.from({ length: 180 }, (_, index) => {
    const scope = SCOPES[index % SCOPES.length];
    const end =
      index === 1
        ? { phase: 'InProgress', warnings: 0, errors: 0 }
        : ENDS[Math.floor(index / 3) % ENDS.length];
    const age = index * 5 * HOUR + 40;
    const isDone = end.phase !== 'InProgress';
    const wasRefused = end.phase === 'FailedValidation';
    return {
      cluster: 'prod-sp',
      name: `${scope.schedule}-${index + 1}`,
      uid: `backup-${index}`,
      ...end,
      schedule: scope.schedule,
      storageLocation: 'offsite',
      createdAt: at(-age),
      startedAt: at(-age + 1),
      completedAt: isDone ? at(-age + 9) : undefined,
      expiresAt: at(-age + 60 * DAY),
      itemsBackedUp: wasRefused ? undefined : 1200 + index,
      totalItems: isDone ? 1200 + index : 4000,
      failures: wasRefused
        ? [
            'backup can’t be created because BackupStorageLocation ceph-local is in Unavailable status.',
          ]
        : [],
      workspaces: scope.workspaces,
      ttl: '1440h0m0s',
      includedNamespaces: ['*'],
      excludedNamespaces: ['kube-system'],
      includedResources: [],
      excludedResources: ['events', 'events.events.k8s.io'],
      labelSelectors: ['appgear.io/backup-enabled=true'],
      snapshotMoveData: index % 2 === 0,
    };
  });
}

export function restores(): RestoreSummary[] {
  return [
    {
      cluster: 'prod-sp',
      name: 'checkout-after-incident-42',
      uid: 'restore-1',
      phase: 'PartiallyFailed',
      backup: 'workspaces-daily-6',
      createdAt: at(-6 * DAY),
      startedAt: at(-6 * DAY),
      completedAt: at(-6 * DAY + 7),
      itemsRestored: 311,
      totalItems: 340,
      warnings: 29,
      errors: 1,
      failures: [],
      workspaces: ['ws-checkout'],
    },
  ];
}
