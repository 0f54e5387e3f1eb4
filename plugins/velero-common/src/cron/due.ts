import type { Schedule } from '../velero';
import type { VeleroCron } from './VeleroCron';

/**
 * What Velero counts a schedule's next run from: its last backup (an attempt,
 * whatever became of it) or else its creation; or the moment it was last told
 * to skip, when that is later. Undefined when the object has no creation time.
 *
 * Source: Velero, pkg/controller/schedule_controller.go, getNextRunTime.
 *
 * @public
 */
export function scheduleReference(
  schedule: Pick<Schedule, 'metadata' | 'status'>,
): Date | undefined {
  const { lastBackup, lastSkipped } = schedule.status ?? {};
  const last = lastBackup ?? schedule.metadata.creationTimestamp;
  const reference = last ? new Date(last) : undefined;
  const skipped = lastSkipped ? new Date(lastSkipped) : undefined;
  return skipped && (!reference || skipped > reference) ? skipped : reference;
}

/**
 * Whether Velero would run a schedule now, siblings and pause aside. One whose
 * expression never holds, such as 30 February, is always due: Velero compares
 * with a moment in the year 1.
 *
 * @public
 */
export function isDue(cron: VeleroCron, reference: Date, now: Date): boolean {
  const next = cron.next(reference);
  return next === undefined || now > next;
}
