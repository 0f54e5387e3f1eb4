import {
  isBackupUsable,
  ScheduleAssessment,
} from '@appgear/backstage-plugin-velero-common';
import { ReadModel } from '../answers';
import { BackupRecord, takenAt } from '../fleet';
import { assessSchedule } from '../protection';
import { ScheduleView } from '../schedules';
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
): ScheduleAssessment {
  const { schedule, runs, forecast } = view;
  const cluster = model.fleet.cluster(schedule.cluster)?.view();
  return assessSchedule({
    schedule,
    judgement: view,
    cron: forecast.cron,
    newest: runs.newest,
    proven: provenRun(view, model, standingOf),
    now: cluster?.asOf ?? Date.now(),
  });
}
