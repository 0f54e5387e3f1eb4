import {
  LastBackup,
  WorkspaceNamespace,
  WorkspaceSummary,
} from '@appgear/backstage-plugin-velero-common';
import { BackupRecord, NamespaceRecord, takenAt } from '../fleet';
import { Workspace } from '../workspaces';
import { ReadModel } from './ReadModel';
import { toIso } from './toIso';

/** What the backups and schedules of the fleet mean for one workspace. */
export interface WorkspaceOutlook {
  workspace: Workspace;
  lastBackup: BackupRecord | undefined;
  lastCompleted: BackupRecord | undefined;
  backupCount: number;
  nextRunAt: number | undefined;
}

export function outlookOf(
  workspace: Workspace,
  model: ReadModel,
): WorkspaceOutlook {
  const groups = model.scopes.groupsTouching(workspace.id);
  const runs = model
    .schedulesTouching(workspace.id)
    .flatMap(({ nextRunAt }) => nextRunAt ?? []);
  return {
    workspace,
    lastBackup: newestOf(groups.map(({ newest }) => newest)),
    lastCompleted: newestOf(groups.map(group => group.newestCompleted)),
    backupCount: groups.reduce((sum, { backups }) => sum + backups.size, 0),
    nextRunAt: runs.length ? Math.min(...runs) : undefined,
  };
}

export function summarizeWorkspace(
  outlook: WorkspaceOutlook,
): WorkspaceSummary {
  const { workspace, lastBackup, lastCompleted } = outlook;
  return {
    id: workspace.id,
    title: workspace.title,
    tenant: workspace.tenant,
    owner: workspace.owner,
    entityRef: workspace.entityRef,
    clusters: [...workspace.clusters],
    namespaceCount: workspace.namespaces.length,
    intent: workspace.intent,
    lastBackup: lastBackup && toLastBackup(lastBackup),
    lastCompletedBackup: lastCompleted && toLastBackup(lastCompleted),
    backupCount: outlook.backupCount,
    nextRunAt: toIso(outlook.nextRunAt),
  };
}

export function describeNamespace(
  namespace: NamespaceRecord,
  { directory }: ReadModel,
): WorkspaceNamespace {
  return {
    cluster: namespace.cluster,
    name: namespace.name,
    uid: namespace.uid,
    createdAt: toIso(namespace.createdAt),
    backupEnabled: directory.asksForBackup(namespace),
    terminating: namespace.terminating,
  };
}

function newestOf(
  backups: Array<BackupRecord | undefined>,
): BackupRecord | undefined {
  return backups.reduce(
    (newest, backup) =>
      backup && (!newest || takenAt(backup) > takenAt(newest))
        ? backup
        : newest,
    undefined,
  );
}

function toLastBackup(backup: BackupRecord): LastBackup {
  return {
    cluster: backup.cluster,
    name: backup.name,
    phase: backup.phase,
    startedAt: toIso(backup.startedAt),
    completedAt: toIso(backup.completedAt),
  };
}
