/**
 * What Velero's phases of a backup mean, whatever its version. A phase that is
 * not listed is of a newer Velero: neither ended nor usable until known.
 * Source: Velero 1.18.2, pkg/apis/velero/v1/backup_types.go.
 */

const ENDED = new Set([
  'FailedValidation',
  'Completed',
  'PartiallyFailed',
  'Failed',
]);

const USABLE = new Set(['Completed', 'PartiallyFailed']);

/** Whether Velero is done with it: its files do not change any more. @public */
export function isBackupEnded(phase: string | undefined): boolean {
  return phase !== undefined && ENDED.has(phase);
}

/**
 * Whether a backup of this phase has files that can be restored. Velero up to
 * 1.18 does not refuse a restore from others; the plugin does.
 *
 * @public
 */
export function isBackupUsable(phase: string | undefined): boolean {
  return phase !== undefined && USABLE.has(phase);
}

/**
 * Whether a backup of this phase keeps its schedule from running again
 * (schedule_controller.go, checkIfBackupInNewOrProgress). Backups that wait
 * for their volumes do not.
 *
 * @public
 */
export function blocksSchedule(phase: string | undefined): boolean {
  return !phase || phase === 'New' || phase === 'InProgress';
}

/** Whether a backup of this phase waits for Velero to begin it; since 1.18. @public */
export function waitsInQueue(phase: string | undefined): boolean {
  return phase === 'Queued';
}

/**
 * Whether a backup of this phase has one of the places for backups that run
 * at the same time (backup_tracker.go, RunningCount). Those that wait for
 * their volumes have not.
 *
 * @public
 */
export function takesQueuePlace(phase: string | undefined): boolean {
  return phase === 'ReadyToStart' || phase === 'InProgress';
}
