import {
  BackupDetail,
  BackupSpec,
  BackupSummary,
  LabelSelector,
} from '@appgear/backstage-plugin-velero-common';
import { BackupRecord } from '../fleet';
import { Sight } from '../permissions';
import { NamespacesInSight } from './NamespacesInSight';
import { ReadModel } from './ReadModel';
import { inSight } from './sight';
import { toIso } from './toIso';

export function summarizeBackup(
  backup: BackupRecord,
  model: ReadModel,
  sight: Sight,
): BackupSummary {
  return {
    cluster: backup.cluster,
    name: backup.name,
    uid: backup.uid,
    phase: backup.phase,
    schedule: backup.schedule,
    storageLocation: backup.storageLocation,
    createdAt: toIso(backup.createdAt),
    startedAt: toIso(backup.startedAt),
    completedAt: toIso(backup.completedAt),
    expiresAt: toIso(backup.expiresAt),
    itemsBackedUp: backup.itemsBackedUp,
    totalItems: backup.totalItems,
    warnings: backup.warnings,
    errors: backup.errors,
    failures: [...backup.failures],
    workspaces: inSight(model.scopes.workspacesOf(backup), sight),
    ...(model.fleet.source(backup.cluster)?.kind === 'bucket' && {
      onlyInBucket: true,
    }),
  };
}

export function describeBackup(
  backup: BackupRecord,
  model: ReadModel,
  sight: Sight,
): BackupDetail {
  const { spec } = backup;
  const namespaces = new NamespacesInSight(model, sight);
  return {
    ...summarizeBackup(backup, model, sight),
    ttl: spec.ttl,
    includedNamespaces: namespaces.trim(spec.includedNamespaces),
    excludedNamespaces: namespaces.trim(spec.excludedNamespaces),
    includedResources: spec.includedResources ?? [],
    excludedResources: spec.excludedResources ?? [],
    labelSelectors: selectorsOf(spec),
    snapshotMoveData: spec.snapshotMoveData ?? undefined,
    defaultVolumesToFsBackup: spec.defaultVolumesToFsBackup ?? undefined,
  };
}

function selectorsOf({ labelSelector, orLabelSelectors }: BackupSpec) {
  return [labelSelector, ...(orLabelSelectors ?? [])]
    .filter((selector): selector is LabelSelector => Boolean(selector))
    .map(formatSelector);
}

/** In kubectl's notation, such as `app=web,tier in (a,b),!canary`. */
function formatSelector(selector: LabelSelector): string {
  const equal = Object.entries(selector.matchLabels ?? {}).map(
    ([key, value]) => `${key}=${value}`,
  );
  const others = (selector.matchExpressions ?? []).map(
    ({ key, operator, values }) => {
      switch (operator) {
        case 'Exists':
          return key;
        case 'DoesNotExist':
          return `!${key}`;
        default: {
          const word = operator === 'NotIn' ? 'notin' : 'in';
          return `${key} ${word} (${(values ?? []).join(',')})`;
        }
      }
    },
  );
  return [...equal, ...others].join(',');
}
