import {
  StuckQueue,
  takesQueuePlace,
  waitsInQueue,
} from '@appgear/backstage-plugin-velero-common';
import { BackupRecord, isSynced } from '../fleet/records';

/** Velero looks at its queue every minute (1.18.2, backup_queue_controller.go). */
const STUCK_AFTER_MS = 10 * 60_000;

/** The backups of one cluster that wait for Velero, and whether they wait in vain. */
export class BackupQueue {
  readonly #waiting = new Set<BackupRecord>();
  readonly #running = new Set<BackupRecord>();
  /** When the last backup ended, of those that this cluster made. */
  #movedAt = 0;

  add(backup: BackupRecord): void {
    if (waitsInQueue(backup.phase)) {
      this.#waiting.add(backup);
    }
    if (takesQueuePlace(backup.phase)) {
      this.#running.add(backup);
    }
    if (!isSynced(backup)) {
      this.#movedAt = Math.max(this.#movedAt, backup.completedAt ?? 0);
    }
  }

  remove(backup: BackupRecord): void {
    this.#waiting.delete(backup);
    this.#running.delete(backup);
  }

  /**
   * Velero 1.18.2 counts a backup that fails validation while it is taken out
   * of the queue as running for ever (docs/velero-facts.md). Nothing of that
   * is in any object; all that shows is a queue that stands still.
   *
   * @param now - up to when the cluster is known, in milliseconds since 1970
   */
  stuck(now: number): StuckQueue | undefined {
    const { size } = this.#waiting;
    if (size === 0 || this.#running.size > 0) {
      return undefined;
    }
    const oldest = Math.min(
      ...[...this.#waiting].map(({ createdAt }) => createdAt),
    );
    const since = Math.max(oldest, this.#movedAt);
    return now - since > STUCK_AFTER_MS
      ? { since: new Date(since).toISOString(), waiting: size }
      : undefined;
  }
}
