import {
  parseVeleroVersion,
  VeleroCron,
} from '@appgear/backstage-plugin-velero-common';
import { BackupRecord, Fleet, ScheduleRecord } from '../fleet';
import { judgeSchedule, ScheduleJudgement } from './judgeSchedule';
import { ScheduleRuns } from './ScheduleRuns';

/** A schedule with how it fares and what it made. */
export interface ScheduleView extends ScheduleJudgement {
  schedule: ScheduleRecord;
  runs: ScheduleRuns;
}

interface ParsedCron {
  cron: VeleroCron | undefined;
  cronError: string | undefined;
}

const NO_RUNS = new ScheduleRuns();

/** All schedules of the fleet, judged as of now. */
export class ScheduleBoard {
  readonly #fleet: Fleet;
  readonly #grace: number;
  readonly #runs = new Map<string, ScheduleRuns>();
  readonly #crons = new Map<string, ParsedCron>();
  #told = '';
  #version = 0;

  constructor(fleet: Fleet, options: { missedRunGrace: number }) {
    this.#fleet = fleet;
    this.#grace = options.missedRunGrace;
    fleet.tables.backups.listen({
      added: backup => this.#withRuns(backup, runs => runs.add(backup)),
      removed: backup => this.#withRuns(backup, runs => runs.remove(backup)),
    });
  }

  /** Rises when time alone changed how a schedule fares; see `tick`. */
  get version(): number {
    return this.#version;
  }

  /** @returns whether time has changed how any schedule fares */
  tick(): boolean {
    const told = this.all()
      .map(({ condition, nextRunAt }) => `${condition}${nextRunAt}`)
      .join();
    if (told === this.#told) {
      return false;
    }
    this.#told = told;
    this.#version++;
    return true;
  }

  all(): ScheduleView[] {
    return [...this.#fleet.tables.schedules].map(schedule =>
      this.view(schedule),
    );
  }

  view(schedule: ScheduleRecord): ScheduleView {
    const { cluster, name } = schedule;
    const runs = this.#runs.get(`${cluster}/${name}`) ?? NO_RUNS;
    const view = this.#fleet.cluster(cluster)?.view();
    return {
      schedule,
      runs,
      ...judgeSchedule({
        schedule,
        ...this.#parse(schedule.cron, view?.identity?.veleroVersion),
        blocker: runs.blocker,
        grace: this.#grace,
        now: view?.asOf ?? Date.now(),
      }),
    };
  }

  #parse(text: string, version: string = ''): ParsedCron {
    const key = `${version} ${text}`;
    let parsed = this.#crons.get(key);
    if (!parsed) {
      parsed = parseCron(text, version);
      this.#crons.set(key, parsed);
    }
    return parsed;
  }

  #withRuns(
    { cluster, schedule }: BackupRecord,
    change: (runs: ScheduleRuns) => void,
  ): void {
    if (schedule) {
      const key = `${cluster}/${schedule}`;
      const runs = this.#runs.get(key) ?? new ScheduleRuns();
      change(runs);
      if (runs.backups.size > 0) {
        this.#runs.set(key, runs);
      } else {
        this.#runs.delete(key);
      }
    }
  }
}

function parseCron(text: string, version: string): ParsedCron {
  try {
    const veleroVersion = parseVeleroVersion(version);
    return {
      cron: VeleroCron.parse(text, { veleroVersion }),
      cronError: undefined,
    };
  } catch (error) {
    return { cron: undefined, cronError: (error as Error).message };
  }
}
