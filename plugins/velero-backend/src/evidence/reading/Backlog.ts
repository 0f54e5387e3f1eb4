import { BackupRecord, SortedRows, takenAt } from '../../fleet';

/** The longest that setTimeout waits. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** The backups of one cluster that are still to be read, newest first. */
export class Backlog {
  readonly #due = new SortedRows<BackupRecord>(takenAt);
  readonly #later = new SortedRows<BackupRecord>(takenAt);
  /** Those that let all others go first. */
  readonly #patient = new Set<BackupRecord>();
  readonly #aside = new Map<BackupRecord, NodeJS.Timeout>();
  readonly #members = new Set<BackupRecord>();
  readonly #onDue: () => void;

  /** @param onDue - called when one that was put aside has its turn again */
  constructor(onDue: () => void) {
    this.#onDue = onDue;
  }

  get size(): number {
    return this.#members.size;
  }

  add(backup: BackupRecord): void {
    if (!this.#members.has(backup)) {
      this.#members.add(backup);
      this.#due.add(backup);
    }
  }

  remove(backup: BackupRecord): void {
    if (!this.#members.delete(backup)) {
      return;
    }
    const timer = this.#aside.get(backup);
    if (timer) {
      clearTimeout(timer);
      this.#aside.delete(backup);
    } else {
      this.#queueOf(backup).remove(backup);
    }
    this.#patient.delete(backup);
  }

  /** Makes one that has its turn let all others go first; false: it did. */
  postpone(backup: BackupRecord): boolean {
    if (this.#patient.has(backup)) {
      return false;
    }
    this.#due.remove(backup);
    this.#patient.add(backup);
    this.#later.add(backup);
    return true;
  }

  /** Leaves one out for so long from now on. */
  putAside(backup: BackupRecord, milliseconds: number): void {
    if (!this.#members.has(backup)) {
      return;
    }
    clearTimeout(this.#aside.get(backup));
    if (!this.#aside.has(backup)) {
      this.#queueOf(backup).remove(backup);
    }
    const timer = setTimeout(() => {
      this.#aside.delete(backup);
      this.#queueOf(backup).add(backup);
      this.#onDue();
    }, Math.min(milliseconds, MAX_TIMER_MS));
    timer.unref();
    this.#aside.set(backup, timer);
  }

  /**
   * The newest that has its turn; of those that were postponed, when there is
   * no other.
   *
   * @param last - names of those that come after all others
   */
  newest(last: ReadonlySet<string>): BackupRecord | undefined {
    const isFirst = ({ name }: BackupRecord) => !last.has(name);
    return (
      this.#due.rows().findLast(isFirst) ??
      this.#later.rows().findLast(isFirst) ??
      this.#due.rows().at(-1) ??
      this.#later.rows().at(-1)
    );
  }

  clear(): void {
    this.#aside.forEach(timer => clearTimeout(timer));
    this.#aside.clear();
    this.#members.clear();
  }

  #queueOf(backup: BackupRecord): SortedRows<BackupRecord> {
    return this.#patient.has(backup) ? this.#later : this.#due;
  }
}
