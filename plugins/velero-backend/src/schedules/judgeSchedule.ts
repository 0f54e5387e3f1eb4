import { ScheduleCondition } from '@appgear/backstage-plugin-velero-common';
import { BackupRecord, ScheduleRecord, takenAt } from '../fleet';

/** What is to be judged. Times are milliseconds since 1970. */
export interface ScheduleFacts {
  schedule: ScheduleRecord;
  /** Why Velero cannot read the expression, if it cannot. */
  cronError: string | undefined;
  /** The run that was next when Velero last ran or skipped one. */
  dueAt: number | undefined;
  /** The first run after `now`. */
  nextRunAt: number | undefined;
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
  const { schedule, cronError, nextRunAt } = facts;
  if (cronError !== undefined || schedule.phase === 'FailedValidation') {
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
  if (schedule.phase === '' || schedule.phase === 'New') {
    return {
      condition: 'new',
      reason: 'Velero has not looked at it yet.',
      nextRunAt,
    };
  }
  return { ...judgeRuns(facts), nextRunAt };
}

function judgeRuns({
  dueAt,
  blocker,
  grace,
  now,
}: ScheduleFacts): Pick<ScheduleJudgement, 'condition' | 'reason'> {
  if (dueAt === undefined || now <= dueAt + grace) {
    return { condition: 'ok', reason: undefined };
  }
  const since = new Date(dueAt).toISOString();
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
