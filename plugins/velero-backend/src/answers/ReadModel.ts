import { FleetConfig, WorkspacesConfig } from '../config';
import { Fleet, RestoreRecord, ScheduleRecord } from '../fleet';
import { ScheduleBoard, ScheduleView } from '../schedules';
import {
  BackupScopes,
  Scope,
  ScopeReader,
  WorkspaceDirectory,
  workspacesOfRestore,
} from '../workspaces';

/** Everything that answers are made of: the fleet, and what follows from it. */
export class ReadModel {
  readonly fleet: Fleet;
  readonly directory: WorkspaceDirectory;
  readonly scopes: BackupScopes;
  readonly board: ScheduleBoard;
  readonly #scopeReader: ScopeReader;
  readonly #scheduleScopes = new WeakMap<ScheduleRecord, Scope>();
  readonly #restoreScopes = new WeakMap<
    RestoreRecord,
    { version: number; ids: ReadonlySet<string> }
  >();
  #schedules: { version: string; byWorkspace: Map<string, ScheduleView[]> } = {
    version: '',
    byWorkspace: new Map(),
  };

  constructor(
    fleet: Fleet,
    config: { workspaces: WorkspacesConfig; fleet: FleetConfig },
  ) {
    this.fleet = fleet;
    this.directory = new WorkspaceDirectory(fleet, config.workspaces);
    this.#scopeReader = new ScopeReader(fleet, this.directory);
    this.scopes = new BackupScopes(fleet, this.#scopeReader);
    this.board = new ScheduleBoard(fleet, config.fleet);
  }

  /** Another one when any answer may be another one. */
  get version(): string {
    return [
      this.fleet.version,
      this.directory.version,
      this.board.version,
    ].join('.');
  }

  /** Ids of the workspaces that a schedule's backups take in. */
  workspacesOfSchedule(schedule: ScheduleRecord): ReadonlySet<string> {
    let scope = this.#scheduleScopes.get(schedule);
    if (!scope) {
      const { cluster, template } = schedule;
      scope = new Scope(this.#scopeReader, template, () => [cluster]);
      this.#scheduleScopes.set(schedule, scope);
    }
    return scope.workspaces;
  }

  /** Ids of the workspaces that a restore may touch. */
  workspacesOfRestore(restore: RestoreRecord): ReadonlySet<string> {
    const { version } = this.#scopeReader;
    const known = this.#restoreScopes.get(restore);
    if (known?.version === version) {
      return known.ids;
    }
    const ids = workspacesOfRestore(restore, {
      fleet: this.fleet,
      reader: this.#scopeReader,
      scopes: this.scopes,
    });
    this.#restoreScopes.set(restore, { version, ids });
    return ids;
  }

  schedulesTouching(workspaceId: string): readonly ScheduleView[] {
    if (this.#schedules.version !== this.version) {
      const byWorkspace = new Map<string, ScheduleView[]>();
      for (const view of this.board.all()) {
        for (const id of this.workspacesOfSchedule(view.schedule)) {
          const touching = byWorkspace.get(id) ?? [];
          touching.push(view);
          byWorkspace.set(id, touching);
        }
      }
      this.#schedules = { version: this.version, byWorkspace };
    }
    return this.#schedules.byWorkspace.get(workspaceId) ?? [];
  }
}
