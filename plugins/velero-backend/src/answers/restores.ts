import { RestoreSummary } from '@appgear/backstage-plugin-velero-common';
import { RestoreRecord } from '../fleet';
import { Sight } from '../permissions';
import { ReadModel } from './ReadModel';
import { inSight } from './sight';
import { toIso } from './toIso';

export function summarizeRestore(
  restore: RestoreRecord,
  model: ReadModel,
  sight: Sight,
): RestoreSummary {
  return {
    cluster: restore.cluster,
    name: restore.name,
    uid: restore.uid,
    phase: restore.phase,
    backup: restore.backup,
    schedule: restore.schedule,
    createdAt: toIso(restore.createdAt),
    startedAt: toIso(restore.startedAt),
    completedAt: toIso(restore.completedAt),
    itemsRestored: restore.itemsRestored,
    totalItems: restore.totalItems,
    warnings: restore.warnings,
    errors: restore.errors,
    failures: [...restore.failures],
    workspaces: inSight(model.workspacesOfRestore(restore), sight),
  };
}
