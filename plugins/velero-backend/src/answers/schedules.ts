import { ScheduleSummary } from '@appgear/backstage-plugin-velero-common';
import { takenAt } from '../fleet';
import { Sight } from '../permissions';
import { ScheduleView } from '../schedules';
import { ReadModel } from './ReadModel';
import { inSight } from './sight';
import { toIso } from './toIso';

export function summarizeSchedule(
  view: ScheduleView,
  model: ReadModel,
  sight: Sight,
): ScheduleSummary {
  const { schedule, runs } = view;
  const last = runs.newest;
  const proven = model.standings.provenRun(view);
  return {
    cluster: schedule.cluster,
    name: schedule.name,
    uid: schedule.uid,
    cron: schedule.cron,
    condition: view.condition,
    reason: view.reason,
    phase: schedule.phase,
    paused: schedule.paused,
    storageLocation: schedule.template.storageLocation || undefined,
    ttl: schedule.template.ttl || undefined,
    nextRunAt: toIso(view.nextRunAt),
    lastAttemptAt: toIso(schedule.lastBackupAt),
    lastBackup: last && { name: last.name, phase: last.phase },
    lastCompletedAt: toIso(runs.newestCompleted?.completedAt),
    lastProven: proven && {
      name: proven.name,
      takenAt: toIso(takenAt(proven)),
    },
    workspaces: inSight(model.workspacesOfSchedule(schedule), sight),
  };
}
