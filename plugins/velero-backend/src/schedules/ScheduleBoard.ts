import { StuckQueue } from '@appgear/backstage-plugin-velero-common';
import { BackupRecord, ClusterView, Fleet, ScheduleRecord } from '../fleet';
import { BackupQueue } from './BackupQueue';
import { Forecast } from './Forecast';
import { judgeSchedule, ScheduleJudgement } from './judgeSchedule';
import { ScheduleRuns } from './ScheduleRuns';

/** A schedule with how it fares and what it made. */
export interface ScheduleView extends ScheduleJudgement {
  schedule: ScheduleRecord;
  runs: ScheduleRuns;
  forecast: Forecast;
}

const NO_RUNS = new ScheduleRuns();

/** All schedules of the fleet, judged as of now. */
export class ScheduleBoard {
  readonly #fleet: Fleet;
  readonly #grace: number;
  readonly #runs = new Map<string, ScheduleRuns>();
  readonly #queues = new Map<string, BackupQueue>();
  readonly #forecasts = new WeakMap<ScheduleRecord, Forecast>();
  #told = '';
  #version = 0;

  constructor(fleet: Fleet, options: { missedRunGrace: number }) {
    this.#fleet = fleet;
    this.#grace = options.missedRunGrace;
    fleet.tables.backups.listen({
      added: backup => {
        this.#withRuns(backup, runs => runs.add(backup));
        this.#queueOf(backup.cluster).add(backup);
      },
      removed: backup => {
        this.#withRuns(backup, runs => runs.remove(backup));
        this.#queueOf(backup.cluster).remove(backup);
      },
    });
  }

  /** Rises when time alone changed how a schedule or a queue fares; see `tick`. */
  get version(): number {
    return this.#version;
  }

  /** @returns whether time has changed how any schedule or queue fares */
  tick(): boolean {
    const schedules = this.all().map(({ condition, reason, nextRunAt }) => [
      condition,
      reason && 'count' in reason ? reason.count : '',
      nextRunAt,
    ]);
    const queues = [...this.#queues.keys()].map(
      cluster => this.stuckQueue(cluster)?.since,
    );
    const told = [...schedules, ...queues].join();
    if (told === this.#told) {
      return false;
    }
    this.#told = told;
    this.#version++;
    return true;
  }

  all(): ScheduleView[] {
    const clusters = new Map(
      this.#fleet.clusters.map(cluster => [cluster.name, cluster.view()]),
    );
    return [...this.#fleet.tables.schedules].map(schedule =>
      this.#judge(schedule, clusters.get(schedule.cluster)),
    );
  }

  view(schedule: ScheduleRecord): ScheduleView {
    return this.#judge(schedule, this.#viewOf(schedule.cluster));
  }

  /** Whether backups wait in vain on a cluster. */
  stuckQueue(cluster: string): StuckQueue | undefined {
    return this.#stuckQueue(cluster, this.#viewOf(cluster));
  }

  #judge(
    schedule: ScheduleRecord,
    cluster: ClusterView | undefined,
  ): ScheduleView {
    const key = `${schedule.cluster}/${schedule.name}`;
    const runs = this.#runs.get(key) ?? NO_RUNS;
    const now = knownUntil(cluster);
    const forecast = this.#forecast(schedule, cluster?.identity?.veleroVersion);
    const judgement = judgeSchedule({
      schedule,
      cronError: forecast.cronError,
      missed: forecast.missedBefore(now - this.#grace),
      nextRunAt: forecast.nextRunAfter(now),
      blocker: runs.blocker,
      queued: runs.queued,
      queue: runs.queued && this.#stuckQueue(schedule.cluster, cluster),
    });
    return { schedule, runs, forecast, ...judgement };
  }

  #stuckQueue(
    cluster: string,
    view: ClusterView | undefined,
  ): StuckQueue | undefined {
    return this.#queues.get(cluster)?.stuck(knownUntil(view));
  }

  #viewOf(cluster: string): ClusterView | undefined {
    return this.#fleet.cluster(cluster)?.view();
  }

  #queueOf(cluster: string): BackupQueue {
    let queue = this.#queues.get(cluster);
    if (!queue) {
      queue = new BackupQueue();
      this.#queues.set(cluster, queue);
    }
    return queue;
  }

  #forecast(schedule: ScheduleRecord, version: string | undefined): Forecast {
    let forecast = this.#forecasts.get(schedule);
    if (!forecast || forecast.veleroVersion !== version) {
      forecast = new Forecast(schedule, version);
      this.#forecasts.set(schedule, forecast);
    }
    return forecast;
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

/** Up to when a cluster is known. */
function knownUntil(cluster: ClusterView | undefined): number {
  return cluster?.asOf ?? Date.now();
}
