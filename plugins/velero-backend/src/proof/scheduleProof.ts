import {
  isBackupUsable,
  parseVeleroVersion,
  ScheduleAssessment,
  VeleroCron,
} from '@appgear/backstage-plugin-velero-common';
import { ReadModel } from '../answers';
import { BackupRecord, takenAt } from '../fleet';
import { assessSchedule } from '../protection';
import { ScheduleView } from '../schedules';
import { Forecast } from '../schedules/Forecast';
import { gradeKey, Standing } from './Standing';

/** Older runs say nothing of how the schedule fares. */
const RUNS_LOOKED_AT = 20;

type StandingOf = (workspaceId: string) => Standing | undefined;

/**
 * The newest run of a schedule that is proven to hold all workspaces in its
 * scope; undefined when none of the newest is.
 */
export function provenRun(
  { schedule, runs }: ScheduleView,
  model: ReadModel,
  standingOf: StandingOf,
): BackupRecord | undefined {
  const standings = [...model.workspacesOfSchedule(schedule)].map(standingOf);
  const counting = standings.filter(standing => standing?.grades.size !== 0);
  if (counting.length === 0) {
    return undefined;
  }
  return runs.backups
    .rows()
    .slice(-RUNS_LOOKED_AT)
    .findLast(
      backup =>
        isBackupUsable(backup.phase) &&
        counting.every(
          standing =>
            standing?.grades.get(gradeKey(backup.name, takenAt(backup))) ===
            'complete',
        ),
    );
}

/** How a schedule fares: what it tried, and what it proved. */
export function assessRuns(
  view: ScheduleView,
  model: ReadModel,
  standingOf: StandingOf,
  grace: number,
): ScheduleAssessment {
  const { schedule, runs } = view;
  const cluster = model.fleet.cluster(schedule.cluster)?.view();
  const version = cluster?.identity?.veleroVersion;
  const now = cluster?.asOf ?? Date.now();
  const forecast = new Forecast(schedule, version);
  return assessSchedule({
    schedule,
    cron: forecast.cronError ? undefined : parse(schedule.cron, version),
    cronError: forecast.cronError,
    dueAt: forecast.dueAt,
    nextRunAt: forecast.nextRunAfter(now),
    blocker: runs.blocker,
    grace,
    now,
    newest: runs.newest,
    proven: provenRun(view, model, standingOf),
  });
}

function parse(cron: string, version: string = ''): VeleroCron {
  const veleroVersion = parseVeleroVersion(version);
  return VeleroCron.parse(cron, { veleroVersion });
}
