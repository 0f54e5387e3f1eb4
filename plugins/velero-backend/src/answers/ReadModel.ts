import { ProtectionSummary } from '@appgear/backstage-plugin-velero-common';
import { FleetConfig, WorkspacesConfig } from '../config';
import { BackupRecord, Fleet, RestoreRecord, ScheduleRecord } from '../fleet';
import { ScheduleBoard, ScheduleView } from '../schedules';
import {
  BackupScopes,
  Scope,
  ScopeReader,
  WorkspaceDirectory,
  workspacesOfRestore,
} from '../workspaces';

/** The verdicts on workspaces. */
export interface Standings {
  /** Another one when any standing is another one. */
  readonly version: string | number;
  /** How many backups are still to be read. */
  readonly evidenceBacklog: number;
  /** Clusters through which none is read for a while, as they refuse. */
  readonly evidencePaused: readonly string[];
  of(workspaceId: string): { summary: ProtectionSummary } | undefined;
  /** The newest run of a schedule that is proven to hold all in its scope. */
  provenRun(view: ScheduleView): BackupRecord | undefined;
}

const NOT_ASSESSED: Standings = {
  version: '',
  evidenceBacklog: 0,
  evidencePaused: [],
  of: () => undefined,
  provenRun: () => undefined,
};

/** Everything that answers are made of: the fleet, and what follows from it. */
export class ReadModel {
  readonly fleet: Fleet;
  readonly directory: WorkspaceDirectory;
  readonly scopes: BackupScopes;
  readonly board: ScheduleBoard;
  /** How workspaces stand; not known until somebody assesses them. */
  standings: Standings = NOT_ASSESSED;
  readonly #scopeReader: ScopeReader;
  readonly #scheduleScopes = new WeakMap<ScheduleRecord, Scope>();
  readonly #restoreScopes = new WeakMap<
    RestoreRecord,
    { version: number; ids: ReadonlySet<string> }
  >();
  #schedules: { version: string; touching: Map<string, ScheduleRecord[]> } = {
    version: '',
    touching: new Map(),
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
      this.standings.version,
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

  schedulesTouching(workspaceId: string): ScheduleView[] {
    const { schedules } = this.fleet.tables;
    const version = `${schedules.version}/${this.#scopeReader.version}`;
    if (this.#schedules.version !== version) {
      const touching = new Map<string, ScheduleRecord[]>();
      for (const schedule of schedules) {
        for (const id of this.workspacesOfSchedule(schedule)) {
          const known = touching.get(id);
          if (known) {
            known.push(schedule);
          } else {
            touching.set(id, [schedule]);
          }
        }
      }
      this.#schedules = { version, touching };
    }
    return (this.#schedules.touching.get(workspaceId) ?? []).map(schedule =>
      this.board.view(schedule),
    );
  }
}
