import type {
  ScheduleReason,
  ScheduleSummary,
} from '@appgear/backstage-plugin-velero-common';
import { at, DAY, HOUR } from './time';

const stalled = (): ScheduleReason => ({
  code: 'stalled',
  next: 'clearStuckBackup',
  by: {
    backup: 'core-infra-daily-2',
    phase: 'InProgress',
    takenAt: at(-3 * DAY),
  },
  since: at(-2 * DAY),
  count: 3,
});

const missed = (): ScheduleReason => ({
  code: 'missed',
  next: 'checkCluster',
  since: at(-2 * HOUR),
  count: 2,
});

export function schedules(): ScheduleSummary[] {
  const usual = { cluster: 'prod-sp', phase: 'Enabled', paused: false };
  return [
    {
      ...usual,
      name: 'workspaces-daily',
      uid: 'sch-1',
      cron: '0 2 * * *',
      condition: 'ok',
      storageLocation: 'offsite',
      ttl: '720h0m0s',
      nextRunAt: at(5 * HOUR + 20),
      lastAttemptAt: at(-19 * HOUR),
      lastBackup: { name: 'workspaces-daily-1', phase: 'Completed' },
      lastCompletedAt: at(-18 * HOUR),
      lastProven: { name: 'workspaces-daily-11', takenAt: at(-50 * HOUR) },
      workspaces: ['ws-checkout', 'ws-payments', 'ws-search', 'ws-catalog'],
    },
    {
      ...usual,
      name: 'core-infra-daily',
      uid: 'sch-2',
      cron: 'CRON_TZ=America/Sao_Paulo 30 1 * * *',
      condition: 'stalled',
      reason: stalled(),
      storageLocation: 'offsite',
      ttl: '720h0m0s',
      nextRunAt: at(4 * HOUR),
      lastAttemptAt: at(-3 * DAY),
      lastBackup: { name: 'core-infra-daily-2', phase: 'InProgress' },
      lastCompletedAt: at(-4 * DAY),
      workspaces: ['global'],
    },
    {
      ...usual,
      name: 'payments-hourly',
      uid: 'sch-3',
      cron: '@every 1h',
      condition: 'missed',
      reason: missed(),
      storageLocation: 'ceph-local',
      ttl: '48h0m0s',
      nextRunAt: at(12),
      lastAttemptAt: at(-3 * HOUR),
      lastBackup: { name: 'payments-hourly-3', phase: 'FailedValidation' },
      workspaces: ['ws-payments'],
    },
    {
      ...usual,
      name: 'search-weekly',
      uid: 'sch-4',
      cron: '0 4 * * 0',
      condition: 'paused',
      reason: { code: 'paused', next: 'resumeSchedule' },
      paused: true,
      storageLocation: 'offsite',
      ttl: '2160h0m0s',
      lastAttemptAt: at(-20 * DAY),
      lastBackup: { name: 'search-weekly-4', phase: 'Completed' },
      lastCompletedAt: at(-20 * DAY),
      workspaces: ['ws-search'],
    },
    {
      ...usual,
      name: 'cluster-full-weekly',
      uid: 'sch-5',
      cron: '0 3 * * 6',
      condition: 'ok',
      storageLocation: 'offsite',
      ttl: '2160h0m0s',
      nextRunAt: at(3 * DAY),
      lastAttemptAt: at(-4 * DAY),
      lastBackup: { name: 'cluster-full-weekly-5', phase: 'PartiallyFailed' },
      lastCompletedAt: at(-11 * DAY),
      workspaces: ['global', 'ws-checkout', 'ws-payments', 'ws-search'],
    },
  ];
}
