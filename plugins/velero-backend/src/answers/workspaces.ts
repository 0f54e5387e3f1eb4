import {
  LastBackup,
  ProtectionSummary,
  WorkspaceNamespace,
  WorkspaceSummary,
} from '@appgear/backstage-plugin-velero-common';
import { BackupRecord, NamespaceRecord, takenAt } from '../fleet';
import { ScopeGroup, Workspace } from '../workspaces';
import { ReadModel } from './ReadModel';
import { toIso } from './toIso';

/** What the backups and schedules of the fleet mean for one workspace; worked out as asked for. */
export class WorkspaceOutlook {
  readonly #model: ReadModel;
  /** Sorting asks for it again and again. */
  #lastBackup: { backup: BackupRecord | undefined } | undefined;

  constructor(readonly workspace: Workspace, model: ReadModel) {
    this.#model = model;
  }

  get lastBackup(): BackupRecord | undefined {
    this.#lastBackup ??= {
      backup: newestOf(this.#groups, ({ newest }) => newest),
    };
    return this.#lastBackup.backup;
  }

  get lastCompleted(): BackupRecord | undefined {
    return newestOf(this.#groups, ({ newestCompleted }) => newestCompleted);
  }

  get backupCount(): number {
    let count = 0;
    this.#groups.forEach(({ backups }) => {
      count += backups.size;
    });
    return count;
  }

  get nextRunAt(): number | undefined {
    const runs = this.#model
      .schedulesTouching(this.workspace.id)
      .flatMap(({ nextRunAt }) => nextRunAt ?? []);
    return runs.length ? Math.min(...runs) : undefined;
  }

  get protection(): ProtectionSummary | undefined {
    return this.#model.standings.of(this.workspace.id)?.summary;
  }

  get #groups(): ReadonlySet<ScopeGroup> {
    return this.#model.scopes.groupsTouching(this.workspace.id);
  }
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
    protection: outlook.protection,
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
    ...(namespace.isLost && { isLost: true }),
  };
}

function newestOf(
  groups: ReadonlySet<ScopeGroup>,
  pick: (group: ScopeGroup) => BackupRecord | undefined,
): BackupRecord | undefined {
  let newest: BackupRecord | undefined;
  for (const group of groups) {
    const backup = pick(group);
    if (backup && (!newest || takenAt(backup) > takenAt(newest))) {
      newest = backup;
    }
  }
  return newest;
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
