import {
  ScheduleCondition,
  ScheduleReason,
  StuckQueue,
} from '@appgear/backstage-plugin-velero-common';
import { BackupRecord, ScheduleRecord } from '../fleet/records';
import { MissedRuns } from './Forecast';
import { runOf } from './runOf';

/** What is to be judged. Times are milliseconds since 1970. */
export interface ScheduleFacts {
  schedule: ScheduleRecord;
  /** Why Velero cannot read the expression, if it cannot. */
  cronError: string | undefined;
  /** The runs that did not happen, as far as their grace is over. */
  missed: MissedRuns | undefined;
  /** The first run after now. */
  nextRunAt: number | undefined;
  /** The oldest backup of the schedule that keeps it from running. */
  blocker: BackupRecord | undefined;
  /** The oldest backup of the schedule that waits in Velero's queue. */
  queued: BackupRecord | undefined;
  /** How that queue is stuck, if it is. */
  queue: StuckQueue | undefined;
}

/** How a schedule fares. */
export interface ScheduleJudgement {
  condition: ScheduleCondition;
  /** Why, for conditions other than `ok`. */
  reason: ScheduleReason | undefined;
  /** The first run after now; undefined when none will come. */
  nextRunAt: number | undefined;
}

/** Pure: whether a schedule does what it says. */
export function judgeSchedule(facts: ScheduleFacts): ScheduleJudgement {
  const { schedule, cronError, nextRunAt } = facts;
  if (cronError !== undefined || schedule.phase === 'FailedValidation') {
    const errors = schedule.failures.length
      ? [...schedule.failures]
      : [cronError ?? ''].filter(Boolean);
    return {
      condition: 'invalid',
      reason: { code: 'invalid', errors, next: 'fixSchedule' },
      nextRunAt: undefined,
    };
  }
  if (schedule.paused) {
    return {
      condition: 'paused',
      reason: { code: 'paused', next: 'resumeSchedule' },
      nextRunAt: undefined,
    };
  }
  if (schedule.phase === '' || schedule.phase === 'New') {
    return {
      condition: 'new',
      reason: { code: 'notLookedAt', next: 'wait' },
      nextRunAt,
    };
  }
  return { ...judgeRuns(facts), nextRunAt };
}

function judgeRuns({
  missed,
  blocker,
  queued,
  queue,
}: ScheduleFacts): Pick<ScheduleJudgement, 'condition' | 'reason'> {
  if (queued && queue) {
    // Velero makes its backups all the same, and none of them ever begins.
    const by = runOf(queued);
    return {
      condition: 'stalled',
      reason: { code: 'queueStuck', by, ...queue, next: 'restartVelero' },
    };
  }
  if (!missed) {
    return { condition: 'ok', reason: undefined };
  }
  const { count } = missed;
  const since = new Date(missed.since).toISOString();
  if (blocker) {
    const by = runOf(blocker);
    return {
      condition: 'stalled',
      reason: { code: 'stalled', by, since, count, next: 'clearStuckBackup' },
    };
  }
  return {
    condition: 'missed',
    reason: { code: 'missed', since, count, next: 'checkCluster' },
  };
}
