import type { ScheduleCondition } from '../api';
import type { NextStep } from './reasons';

/** One backup of a schedule, for people and for links. @public */
export interface ScheduleRun {
  backup: string;
  /** As Velero writes it. */
  phase: string;
  /** ISO 8601, UTC. */
  takenAt: string;
}

/**
 * What is to be said of a schedule, as data. Times are ISO 8601 in UTC.
 *
 * @public
 */
export type ScheduleReason = { next: NextStep } & (
  | { code: 'notLookedAt' }
  | { code: 'paused' }
  | {
      /** Velero cannot read it, in its words. */
      code: 'invalid';
      errors: string[];
    }
  | {
      /** Runs that were due and did not happen; Velero does not catch up. */
      code: 'missed';
      since: string;
      count: number;
    }
  | {
      /** A backup of the schedule that does not end keeps it from running. */
      code: 'stalled';
      by: ScheduleRun;
      since: string;
      count: number;
    }
  | {
      /**
       * Its backup waits in Velero's queue, which does not move since then,
       * though no backup is in progress (docs/velero-facts.md).
       */
      code: 'queueStuck';
      by: ScheduleRun;
      since: string;
      /** Backups of any schedule that wait there. */
      waiting: number;
    }
  | {
      /** Somebody told it to skip; it counts from then on. */
      code: 'skipped';
      at: string;
    }
  | {
      /** `skipImmediately: true` is set again and again, by GitOps most likely: it never runs. */
      code: 'skipsAgain';
      at: string;
    }
  | {
      /** The expression never holds, such as 30 February: Velero takes it for always due, and makes a backup every minute. */
      code: 'alwaysDue';
    }
  | {
      /** Its backups expire before the next one is made. */
      code: 'expiresBeforeNext';
      ttlSeconds: number;
      everySeconds: number;
    }
  | {
      /** The newest backup is not proven; `proven` is the newest that is. */
      code: 'notProven';
      newest: ScheduleRun;
      proven?: ScheduleRun;
    }
);

/** How a schedule fares: what it tried, and what it proved. @public */
export interface ScheduleAssessment {
  condition: ScheduleCondition;
  /** Worst first. */
  reasons: ScheduleReason[];
  /** ISO 8601, UTC; absent when none will come. */
  nextRunAt?: string;
  /** The newest backup, whatever became of it. */
  lastAttempt?: ScheduleRun;
  /** The newest that is proven to hold what it should. */
  lastProven?: ScheduleRun;
}
