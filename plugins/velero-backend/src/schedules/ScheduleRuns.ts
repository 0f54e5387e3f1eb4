import {
  blocksSchedule,
  waitsInQueue,
} from '@appgear/backstage-plugin-velero-common';
import { BackupRecord, SortedRows, takenAt } from '../fleet';

/** The backups that one schedule made. */
export class ScheduleRuns {
  /** By when they were taken. */
  readonly backups = new SortedRows<BackupRecord>(takenAt);
  readonly #blocking = new Set<BackupRecord>();
  readonly #queued = new Set<BackupRecord>();

  add(backup: BackupRecord): void {
    this.backups.add(backup);
    if (blocksSchedule(backup.phase)) {
      this.#blocking.add(backup);
    }
    if (waitsInQueue(backup.phase)) {
      this.#queued.add(backup);
    }
  }

  remove(backup: BackupRecord): void {
    this.backups.remove(backup);
    this.#blocking.delete(backup);
    this.#queued.delete(backup);
  }

  get newest(): BackupRecord | undefined {
    return this.backups.rows().at(-1);
  }

  get newestCompleted(): BackupRecord | undefined {
    return this.backups.rows().findLast(({ phase }) => phase === 'Completed');
  }

  /** The oldest one that keeps the schedule from running. */
  get blocker(): BackupRecord | undefined {
    return oldestOf(this.#blocking);
  }

  /** The oldest one that waits in Velero's queue. */
  get queued(): BackupRecord | undefined {
    return oldestOf(this.#queued);
  }
}

function oldestOf(backups: Iterable<BackupRecord>): BackupRecord | undefined {
  return [...backups].sort((a, b) => takenAt(a) - takenAt(b))[0];
}
