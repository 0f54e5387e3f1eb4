import { blocksSchedule } from '@appgear/backstage-plugin-velero-common';
import { BackupRecord, SortedRows, takenAt } from '../fleet';

/** The backups that one schedule made. */
export class ScheduleRuns {
  /** By when they were taken. */
  readonly backups = new SortedRows<BackupRecord>(takenAt);
  readonly #blocking = new Set<BackupRecord>();

  add(backup: BackupRecord): void {
    this.backups.add(backup);
    if (blocksSchedule(backup.phase)) {
      this.#blocking.add(backup);
    }
  }

  remove(backup: BackupRecord): void {
    this.backups.remove(backup);
    this.#blocking.delete(backup);
  }

  get newest(): BackupRecord | undefined {
    return this.backups.rows().at(-1);
  }

  get newestCompleted(): BackupRecord | undefined {
    return this.backups.rows().findLast(({ phase }) => phase === 'Completed');
  }

  /** The oldest one that keeps the schedule from running. */
  get blocker(): BackupRecord | undefined {
    return [...this.#blocking].sort((a, b) => takenAt(a) - takenAt(b))[0];
  }
}
