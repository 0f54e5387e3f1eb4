import {
  BackupSummary,
  RestoreSummary,
  ScheduleSummary,
  StorageLocationSummary,
  WorkspaceDetail,
} from '@appgear/backstage-plugin-velero-common';
import { takenAt } from '../fleet';
import { Reader } from '../permissions';
import { ScheduleView } from '../schedules';
import { ScopeGroup, Workspace } from '../workspaces';
import { summarizeBackup } from './backups';
import { freshnessFor } from './clusters';
import { ReadModel } from './ReadModel';
import { summarizeRestore } from './restores';
import { summarizeSchedule } from './schedules';
import { summarizeStorageLocation } from './storage';
import {
  describeNamespace,
  summarizeWorkspace,
  WorkspaceOutlook,
} from './workspaces';

const MAX_BACKUPS = 50;
const MAX_RESTORES = 50;

/** Everything about one workspace, as far as its reader may see each part. */
export function describeWorkspace(
  workspace: Workspace,
  model: ReadModel,
  reader: Reader,
): WorkspaceDetail {
  const groups = [...model.scopes.groupsTouching(workspace.id)];
  const schedules = model.schedulesTouching(workspace.id);
  const withheld: WorkspaceDetail['withheld'] = [];
  const unlessWithheld = <T>(
    part: NonNullable<WorkspaceDetail['withheld']>[number],
    allowed: boolean,
    read: () => T[],
  ): T[] => {
    if (!allowed) {
      withheld.push(part);
    }
    return allowed ? read() : [];
  };
  return {
    ...summarizeWorkspace(new WorkspaceOutlook(workspace, model)),
    namespaces: workspace.namespaces.map(namespace =>
      describeNamespace(namespace, model),
    ),
    backups: unlessWithheld('backups', reader.backups.sees(workspace.id), () =>
      newestBackups(groups, model, reader),
    ),
    schedules: unlessWithheld(
      'schedules',
      reader.schedules.sees(workspace.id),
      () => schedulesOf(schedules, model, reader),
    ),
    storageLocations: unlessWithheld('storageLocations', reader.storage, () =>
      locationsOf(groups, schedules, model),
    ),
    restores: unlessWithheld(
      'restores',
      reader.restores.sees(workspace.id),
      () => restoresOf(workspace, model, reader),
    ),
    freshness: freshnessFor(model, reader).filter(({ cluster }) =>
      isConcerned(cluster, workspace, groups),
    ),
    withheld,
  };
}

/** Its namespaces are there, or backups that may hold it. */
function isConcerned(
  cluster: string,
  { clusters }: Workspace,
  groups: readonly ScopeGroup[],
): boolean {
  return (
    clusters.includes(cluster) ||
    groups.some(group => group.cluster === cluster)
  );
}

function newestBackups(
  groups: readonly ScopeGroup[],
  model: ReadModel,
  reader: Reader,
): BackupSummary[] {
  return groups
    .flatMap(({ backups }) => backups.rows().slice(-MAX_BACKUPS))
    .sort((a, b) => takenAt(b) - takenAt(a))
    .slice(0, MAX_BACKUPS)
    .map(backup => summarizeBackup(backup, model, reader.backups));
}

function schedulesOf(
  schedules: readonly ScheduleView[],
  model: ReadModel,
  reader: Reader,
): ScheduleSummary[] {
  return schedules.map(view =>
    summarizeSchedule(view, model, reader.schedules),
  );
}

/** Where its backups are, and where its schedules put the next ones. */
function locationsOf(
  groups: readonly ScopeGroup[],
  schedules: readonly ScheduleView[],
  model: ReadModel,
): StorageLocationSummary[] {
  const used = [
    ...groups,
    ...schedules.map(({ schedule: { cluster, template } }) => ({
      cluster,
      storageLocation: template.storageLocation,
    })),
  ];
  return [...model.fleet.tables.backupstoragelocations]
    .filter(({ cluster, name, isDefault }) =>
      used.some(
        use =>
          use.cluster === cluster &&
          (use.storageLocation ? use.storageLocation === name : isDefault),
      ),
    )
    .map(location => summarizeStorageLocation(location, model));
}

function restoresOf(
  { id }: Workspace,
  model: ReadModel,
  reader: Reader,
): RestoreSummary[] {
  return [...model.fleet.tables.restores]
    .filter(restore => model.workspacesOfRestore(restore).has(id))
    .sort((a, b) => b.createdAt - a.createdAt)
    .slice(0, MAX_RESTORES)
    .map(restore => summarizeRestore(restore, model, reader.restores));
}
