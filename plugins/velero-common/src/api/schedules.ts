import { z } from 'zod';
import type { ScheduleReason } from '../protection';
import { pageQueryShape } from './paging';

/**
 * - `ok`: enabled, and its last expected run happened
 * - `new`: Velero has not looked at it yet
 * - `paused`, `invalid`: as its spec or Velero's validation says
 * - `missed`: an expected run and its grace passed without a backup
 * - `stalled`: a sibling backup that never ends keeps it from running
 *   (Velero skips a run while one is new or in progress; schedule_controller.go),
 *   or its backup waits in a queue that does not move
 *
 * @public
 */
export type ScheduleCondition =
  | 'ok'
  | 'new'
  | 'paused'
  | 'invalid'
  | 'missed'
  | 'stalled';

/** @public */
export interface ScheduleSummary {
  cluster: string;
  name: string;
  uid: string;
  /** As written, such as `0 2 * * *` or `@every 6h`. */
  cron: string;
  condition: ScheduleCondition;
  /** Why, for conditions other than `ok`; names the stuck sibling. */
  reason?: ScheduleReason;
  phase: string;
  paused: boolean;
  storageLocation?: string;
  ttl?: string;
  nextRunAt?: string;
  /** Velero's `status.lastBackup`: the last attempt, not the last success. */
  lastAttemptAt?: string;
  lastBackup?: { name: string; phase: string };
  /** When its newest Completed backup ended. */
  lastCompletedAt?: string;
  /** The newest of its backups that is proven to hold all workspaces in its scope. */
  lastProven?: { name: string; takenAt: string };
  /** Ids of the workspaces in its scope that the reader may see. */
  workspaces: string[];
}

/** Query of `GET /schedules`. @public */
export const schedulesQuerySchema = z.strictObject({
  ...pageQueryShape,
  workspace: z.string().max(253).optional(),
  condition: z
    .enum(['ok', 'new', 'paused', 'invalid', 'missed', 'stalled'])
    .optional(),
  sort: z
    .enum(['name', 'nextRunAt', 'lastAttemptAt', 'condition'])
    .default('name'),
});

/** @public */
export type SchedulesQuery = z.input<typeof schedulesQuerySchema>;
