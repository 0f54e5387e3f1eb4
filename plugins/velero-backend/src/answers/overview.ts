import {
  Overview,
  ScheduleCondition,
} from '@appgear/backstage-plugin-velero-common';
import { compareKeys, takenAt } from '../fleet';
import { Reader } from '../permissions';
import { ScheduleView } from '../schedules';
import { describeBuckets, describeCluster, freshnessFor } from './clusters';
import { protectionIn } from './protection';
import { ReadModel } from './ReadModel';
import { summarizeSchedule } from './schedules';
import { touchesSight } from './sight';
import { summarizeStorageLocation } from './storage';
import { SCHEDULE_TROUBLE } from './trouble';

const DAY_MS = 24 * 3_600_000;
const MAX_SCHEDULES = 10;

/** The first screen, as far as its reader may see each part. */
export function describeOverview(
  model: ReadModel,
  reader: Reader,
  now: number,
): Overview {
  const schedules = model.board
    .all()
    .filter(({ schedule }) =>
      touchesSight(model.workspacesOfSchedule(schedule), reader.schedules),
    );
  const summarize = (view: ScheduleView) =>
    summarizeSchedule(view, model, reader.schedules);
  return {
    clusters: reader.clusters
      ? model.fleet.clusters.map(cluster =>
          describeCluster(cluster, model, reader),
        )
      : [],
    buckets: describeBuckets(model, reader),
    workspaces: countWorkspaces(model, reader),
    schedules: countConditions(schedules),
    upcoming: upcoming(schedules).map(summarize),
    troubled: troubled(schedules).map(summarize),
    recentBackups: countRecent(model, reader, now - DAY_MS),
    protection: protectionIn(model, reader),
    storageLocations: reader.storage
      ? [...model.fleet.tables.backupstoragelocations].map(location =>
          summarizeStorageLocation(location, model),
        )
      : [],
    freshness: freshnessFor(model, reader),
    withheld: withheldFrom(reader),
  };
}

function withheldFrom(reader: Reader): Overview['withheld'] {
  const parts = {
    clusters: reader.clusters,
    workspaces: !reader.workspaces.denied,
    schedules: !reader.schedules.denied,
    backups: !reader.backups.denied,
    storageLocations: reader.storage,
  };
  return (Object.keys(parts) as Array<keyof typeof parts>).filter(
    part => !parts[part],
  );
}

function countWorkspaces({ directory, scopes }: ReadModel, reader: Reader) {
  const seen = directory.all().filter(({ id }) => reader.workspaces.sees(id));
  return {
    total: seen.length,
    enabled: seen.filter(({ intent }) => intent === 'enabled').length,
    withoutBackup: seen.filter(({ id }) => scopes.groupsTouching(id).size === 0)
      .length,
  };
}

function countConditions(
  schedules: ScheduleView[],
): Record<ScheduleCondition, number> {
  const counts = {
    ok: 0,
    new: 0,
    paused: 0,
    invalid: 0,
    missed: 0,
    stalled: 0,
  };
  schedules.forEach(({ condition }) => counts[condition]++);
  return counts;
}

function upcoming(schedules: ScheduleView[]): ScheduleView[] {
  return schedules
    .filter(({ nextRunAt }) => nextRunAt !== undefined)
    .sort((a, b) => compareKeys(a.nextRunAt, b.nextRunAt))
    .slice(0, MAX_SCHEDULES);
}

/** Paused and new ones are as somebody wants them. */
function troubled(schedules: ScheduleView[]): ScheduleView[] {
  return schedules
    .filter(({ condition }) => !['ok', 'new', 'paused'].includes(condition))
    .sort(
      (a, b) =>
        SCHEDULE_TROUBLE[a.condition] - SCHEDULE_TROUBLE[b.condition] ||
        compareKeys(a.schedule.name, b.schedule.name),
    )
    .slice(0, MAX_SCHEDULES);
}

function countRecent(
  { scopes }: ReadModel,
  reader: Reader,
  since: number,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const group of scopes.groups) {
    if (touchesSight(group.workspaces, reader.backups)) {
      const rows = group.backups.rows();
      for (let i = rows.length - 1; i >= 0 && takenAt(rows[i]) >= since; i--) {
        const phase = rows[i].phase || 'New';
        counts[phase] = (counts[phase] ?? 0) + 1;
      }
    }
  }
  return counts;
}
