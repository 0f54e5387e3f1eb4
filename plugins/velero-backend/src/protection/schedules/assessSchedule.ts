import {
  parseGoDuration,
  ScheduleAssessment,
  ScheduleReason,
  VeleroCron,
} from '@appgear/backstage-plugin-velero-common';
import { BackupRecord, ScheduleRecord } from '../../fleet/records';
import { ScheduleJudgement } from '../../schedules/judgeSchedule';
import { runOf } from '../../schedules/runOf';

/** A schedule and what it made. */
export interface ScheduleWorld {
  schedule: ScheduleRecord;
  judgement: ScheduleJudgement;
  /** Undefined: Velero cannot read the expression. */
  cron: VeleroCron | undefined;
  /** Its newest backup. */
  newest: BackupRecord | undefined;
  /** Its newest backup that is proven to hold what it should. */
  proven: BackupRecord | undefined;
  /** Up to when the cluster is known, in milliseconds since 1970: now, unless it is stale. */
  now: number;
}

/**
 * How a schedule fares: what it tried, and what it proved.
 *
 * Pure: the same schedule, backups and time always give the same answer.
 */
export function assessSchedule(world: ScheduleWorld): ScheduleAssessment {
  const { newest, proven } = world;
  const { condition, reason, nextRunAt } = world.judgement;
  return {
    condition,
    reasons: [
      ...(reason ? [reason] : []),
      ...aboutSkips(world),
      ...aboutExpression(world),
      ...aboutProof(world),
    ],
    ...(nextRunAt !== undefined && { nextRunAt: iso(nextRunAt) }),
    ...(newest && { lastAttempt: runOf(newest) }),
    ...(proven && { lastProven: runOf(proven) }),
  };
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

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
