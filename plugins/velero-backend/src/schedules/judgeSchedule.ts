import {
  ScheduleCondition,
  VeleroCron,
} from '@appgear/backstage-plugin-velero-common';
import { BackupRecord, ScheduleRecord, takenAt } from '../fleet';

/** What is to be judged. Times are milliseconds since 1970. */
export interface ScheduleFacts {
  schedule: ScheduleRecord;
  /** Undefined: Velero cannot read the expression, for `cronError`. */
  cron: VeleroCron | undefined;
  cronError: string | undefined;
  /** The oldest backup of the schedule that keeps it from running. */
  blocker: BackupRecord | undefined;
  /** How late a run may be before it counts as missed. */
  grace: number;
  /** Up to when the cluster is known: now, unless it is stale. */
  now: number;
}

/** How a schedule fares. */
export interface ScheduleJudgement {
  condition: ScheduleCondition;
  /** One sentence, for conditions other than `ok`. */
  reason: string | undefined;
  /** The first run after `now`; undefined when none will come. */
  nextRunAt: number | undefined;
}

/** Pure: whether a schedule does what it says. */
export function judgeSchedule(facts: ScheduleFacts): ScheduleJudgement {
  const { schedule, cron, cronError, now } = facts;
  if (!cron || schedule.phase === 'FailedValidation') {
    const reason =
      schedule.failures.join('; ') ||
      cronError ||
      'Velero finds the schedule invalid.';
    return { condition: 'invalid', reason, nextRunAt: undefined };
  }
  if (schedule.paused) {
    return {
      condition: 'paused',
      reason: 'spec.paused is set: no backups are made.',
      nextRunAt: undefined,
    };
  }
  const nextRunAt = cron.next(new Date(now))?.getTime();
  if (schedule.phase === '' || schedule.phase === 'New') {
    return {
      condition: 'new',
      reason: 'Velero has not looked at it yet.',
      nextRunAt,
    };
  }
  return { ...judgeRuns(facts, cron), nextRunAt };
}

function judgeRuns(
  { schedule, blocker, grace, now }: ScheduleFacts,
  cron: VeleroCron,
): Pick<ScheduleJudgement, 'condition' | 'reason'> {
  const due = cron.next(new Date(countedFrom(schedule)))?.getTime();
  if (due === undefined || now <= due + grace) {
    return { condition: 'ok', reason: undefined };
  }
  const since = new Date(due).toISOString();
  if (blocker) {
    const begun = new Date(takenAt(blocker)).toISOString();
    const phase = blocker.phase || 'New';
    return {
      condition: 'stalled',
      reason: `Backup ${blocker.name} is ${phase} since ${begun}; until it ends Velero skips the schedule's runs, the first at ${since}.`,
    };
  }
  return {
    condition: 'missed',
    reason: `The run of ${since} did not happen.`,
  };
}

/** As `scheduleReference` of the common package, on the record. */
function countedFrom(schedule: ScheduleRecord): number {
  return Math.max(
    schedule.lastBackupAt ?? schedule.createdAt,
    schedule.lastSkippedAt ?? 0,
  );
}
