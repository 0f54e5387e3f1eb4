import {
  parseGoDuration,
  ScheduleAssessment,
  ScheduleReason,
  ScheduleRun,
  VeleroCron,
} from '@appgear/backstage-plugin-velero-common';
import { BackupRecord, takenAt } from '../../fleet/records';
import { judgeSchedule, ScheduleFacts } from '../../schedules/judgeSchedule';

/** A schedule and what it made. */
export interface ScheduleWorld extends ScheduleFacts {
  /** Undefined: Velero cannot read the expression. */
  cron: VeleroCron | undefined;
  /** Its newest backup. */
  newest: BackupRecord | undefined;
  /** Its newest backup that is proven to hold what it should. */
  proven: BackupRecord | undefined;
}

/** A week of a schedule that runs every minute: more need not be told apart. */
const MAX_COUNTED = 10_000;

/**
 * How a schedule fares: what it tried, and what it proved.
 *
 * Pure: the same schedule, backups and time always give the same answer.
 */
export function assessSchedule(world: ScheduleWorld): ScheduleAssessment {
  const { newest, proven } = world;
  const { condition, nextRunAt } = judgeSchedule(world);
  return {
    condition,
    reasons: [
      ...aboutCondition(world, condition),
      ...aboutSkips(world),
      ...aboutExpression(world),
      ...aboutProof(world),
    ],
    ...(nextRunAt !== undefined && { nextRunAt: iso(nextRunAt) }),
    ...(newest && { lastAttempt: runOf(newest) }),
    ...(proven && { lastProven: runOf(proven) }),
  };
}

function aboutCondition(
  world: ScheduleWorld,
  condition: ScheduleAssessment['condition'],
): ScheduleReason[] {
  const { schedule, cronError, blocker } = world;
  switch (condition) {
    case 'new':
      return [{ code: 'notLookedAt', next: 'wait' }];
    case 'paused':
      return [{ code: 'paused', next: 'resumeSchedule' }];
    case 'invalid': {
      const errors = schedule.failures.length
        ? [...schedule.failures]
        : [cronError ?? ''].filter(Boolean);
      return [{ code: 'invalid', errors, next: 'fixSchedule' }];
    }
    case 'missed': {
      const missed = missedRuns(world);
      return missed
        ? [{ code: 'missed', ...missed, next: 'checkCluster' }]
        : [];
    }
    case 'stalled': {
      const missed = missedRuns(world);
      return blocker && missed
        ? [
            {
              code: 'stalled',
              by: runOf(blocker),
              ...missed,
              next: 'clearStuckBackup',
            },
          ]
        : [];
    }
    default:
      return [];
  }
}

function missedRuns({ schedule, cron, grace, now }: ScheduleWorld) {
  const until = new Date(now - grace);
  const runs =
    cron?.runsBetween(new Date(countedFrom(schedule)), until, MAX_COUNTED) ??
    [];
  return runs.length > 0
    ? { since: runs[0].toISOString(), count: runs.length }
    : undefined;
}

/** As `scheduleReference` of the common package, on the record. */
function countedFrom({
  createdAt,
  lastBackupAt,
  lastSkippedAt,
}: ScheduleWorld['schedule']): number {
  return Math.max(lastBackupAt ?? createdAt, lastSkippedAt ?? 0);
}

/**
 * `skipImmediately: true` counts once: Velero sets it back to false and counts
 * from that moment. Who sets it again before each run makes it never run.
 */
function aboutSkips({ schedule, cron }: ScheduleWorld): ScheduleReason[] {
  const { lastSkippedAt, lastBackupAt, createdAt } = schedule;
  const reference = lastBackupAt ?? createdAt;
  if (lastSkippedAt === undefined || lastSkippedAt <= reference || !cron) {
    return [];
  }
  const skipped = cron.runsBetween(
    new Date(reference),
    new Date(lastSkippedAt),
    2,
  );
  const at = iso(lastSkippedAt);
  return skipped.length > 1
    ? [{ code: 'skipsAgain', at, next: 'fixSchedule' }]
    : [{ code: 'skipped', at, next: 'none' }];
}

function aboutExpression({ schedule, cron, now }: ScheduleWorld) {
  const reasons: ScheduleReason[] = [];
  if (!cron || schedule.paused) {
    return reasons;
  }
  const next = cron.next(new Date(now));
  if (!next) {
    reasons.push({ code: 'alwaysDue', next: 'fixSchedule' });
    return reasons;
  }
  const every = shortestGap(cron, next);
  const ttl = ttlOf(schedule.template.ttl);
  if (ttl !== undefined && every !== undefined && ttl < every) {
    reasons.push({
      code: 'expiresBeforeNext',
      ttlSeconds: Math.round(ttl / 1000),
      everySeconds: Math.round(every / 1000),
      next: 'fixSchedule',
    });
  }
  return reasons;
}

/** Milliseconds between the next two runs. */
function shortestGap(cron: VeleroCron, next: Date): number | undefined {
  const after = cron.next(next);
  return after && after.getTime() - next.getTime();
}

/** Undefined: Velero's default of 30 days, which outlasts any schedule worth the name. */
function ttlOf(text: string | undefined): number | undefined {
  try {
    const ttl = text ? parseGoDuration(text) : 0;
    return ttl > 0 ? ttl : undefined;
  } catch {
    return undefined;
  }
}

function aboutProof({
  newest,
  proven,
  schedule,
}: ScheduleWorld): ScheduleReason[] {
  if (!newest || newest === proven || schedule.paused) {
    return [];
  }
  return [
    {
      code: 'notProven',
      newest: runOf(newest),
      ...(proven && { proven: runOf(proven) }),
      next: 'readErrors',
    },
  ];
}

function runOf(backup: BackupRecord): ScheduleRun {
  return {
    backup: backup.name,
    phase: backup.phase,
    takenAt: iso(takenAt(backup)),
  };
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
