import { stringify } from 'yaml';
import {
  formatLabelSelector,
  RestoreSpec,
} from '@appgear/backstage-plugin-velero-common';
import { Choice, EMPTY_DRAFT, RestoreDraft } from './RestoreDraft';

/** A draft of the spec on a cluster: to ask anew for what was asked before. */
export function fromRestoreSpec(
  cluster: string,
  spec: RestoreSpec,
): RestoreDraft {
  const { namespaceMapping = {}, hooks, uploaderConfig, restoreStatus } = spec;
  const selectors = spec.labelSelector
    ? [spec.labelSelector]
    : spec.orLabelSelectors ?? [];
  return {
    ...EMPTY_DRAFT,
    source: cluster,
    backup: spec.backupName,
    place: Object.keys(namespaceMapping).length > 0 ? 'renamed' : 'same',
    renames: namespaceMapping,
    includedNamespaces: spec.includedNamespaces ?? [],
    excludedNamespaces: spec.excludedNamespaces ?? [],
    includedResources: spec.includedResources ?? [],
    excludedResources: spec.excludedResources ?? [],
    selectors: selectors
      .map(selector => formatLabelSelector(selector ?? {}))
      .join('\n'),
    includeClusterResources: choice(spec.includeClusterResources),
    restorePVs: choice(spec.restorePVs),
    preserveNodePorts: choice(spec.preserveNodePorts),
    statusIncluded: restoreStatus?.includedResources ?? [],
    statusExcluded: restoreStatus?.excludedResources ?? [],
    existingResourcePolicy: policy(spec.existingResourcePolicy),
    itemOperationTimeout: spec.itemOperationTimeout ?? '',
    resourceModifier: spec.resourceModifier?.name ?? '',
    writeSparseFiles: choice(uploaderConfig?.writeSparseFiles),
    parallelFilesDownload: String(uploaderConfig?.parallelFilesDownload ?? ''),
    hooks: hooks?.resources?.length ? stringify(hooks.resources) : '',
  };
}

function choice(value: boolean | null | undefined): Choice {
  if (typeof value !== 'boolean') return 'default';
  return value ? 'yes' : 'no';
}

function policy(
  value: string | null | undefined,
): RestoreDraft['existingResourcePolicy'] {
  return value === 'none' || value === 'update' ? value : 'default';
}
