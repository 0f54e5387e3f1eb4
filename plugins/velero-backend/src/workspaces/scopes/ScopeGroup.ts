import { BackupRecord, SortedRows, takenAt } from '../../fleet';
import { Scope } from './Scope';

/**
 * Backups of one scope. A fleet has 100,000 backups but few schedules, so
 * everything that depends on scope is worked out once per group.
 */
export class ScopeGroup {
  /** By when they were taken. */
  readonly backups = new SortedRows<BackupRecord>(takenAt);
  readonly #scope: Scope;
  #newestCompleted: BackupRecord | undefined;
  #completedAsOf = -1;

  constructor(
    /** Equal for equal scopes of one cluster. */
    readonly key: string,
    readonly cluster: string,
    readonly storageLocation: string | undefined,
    scope: Scope,
  ) {
    this.#scope = scope;
  }

  /** Ids of the workspaces in scope. */
  get workspaces(): ReadonlySet<string> {
    return this.#scope.workspaces;
  }

  get newest(): BackupRecord | undefined {
    return this.backups.rows().at(-1);
  }

  get newestCompleted(): BackupRecord | undefined {
    if (this.#completedAsOf !== this.backups.version) {
      this.#completedAsOf = this.backups.version;
      this.#newestCompleted = this.backups
        .rows()
        .findLast(({ phase }) => phase === 'Completed');
    }
    return this.#newestCompleted;
  }
}
