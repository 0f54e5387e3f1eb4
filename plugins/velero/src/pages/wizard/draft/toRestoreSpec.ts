import { parse } from 'yaml';
import {
  LabelSelector,
  parseLabelSelector,
  RestoreSpec,
} from '@appgear/backstage-plugin-velero-common';
import { Choice, isPattern, RestoreDraft } from './RestoreDraft';

/** A field whose text cannot be read at all. */
export interface Unreadable {
  /** As in the spec. */
  field: 'labelSelector' | 'hooks';
  /** What the reader of the text says. */
  detail: string;
}

/** @see toRestoreSpec */
export interface DraftedSpec {
  /** Without the fields that cannot be read. */
  spec: RestoreSpec;
  unreadable: Unreadable[];
}

/**
 * The spec that a draft stands for, without fields that say nothing. Whether
 * it is a good one is for the schema to say.
 */
export function toRestoreSpec(draft: RestoreDraft): DraftedSpec {
  const unreadable: Unreadable[] = [];
  const read = <T>(field: Unreadable['field'], reader: () => T) => {
    try {
      return reader();
    } catch (error) {
      unreadable.push({ field, detail: (error as Error).message });
      return undefined;
    }
  };
  const spec: RestoreSpec = {
    backupName: draft.backup ?? '',
    ...listsOf(draft),
    ...(hasEntries(mappingOf(draft)) && { namespaceMapping: mappingOf(draft) }),
    ...read('labelSelector', () => selectorsOf(draft.selectors)),
    ...flagsOf(draft),
    ...textsOf(draft),
    ...read('hooks', () => hooksOf(draft.hooks)),
  };
  return { spec, unreadable };
}

function listsOf(draft: RestoreDraft): RestoreSpec {
  const status = withoutEmpty({
    includedResources: draft.statusIncluded,
    excludedResources: draft.statusExcluded,
  });
  return {
    ...withoutEmpty({
      includedNamespaces: draft.includedNamespaces ?? [],
      excludedNamespaces: draft.excludedNamespaces,
      includedResources: draft.includedResources,
      excludedResources: draft.excludedResources,
    }),
    ...(hasEntries(status) && { restoreStatus: status }),
  };
}

/** Names given to namespaces that stay out have no meaning. */
function mappingOf(draft: RestoreDraft): Record<string, string> {
  const { place, renames, includedNamespaces = [] } = draft;
  if (place === 'same') return {};
  const isOpen =
    includedNamespaces.length === 0 || includedNamespaces.some(isPattern);
  return Object.fromEntries(
    Object.entries(renames).filter(
      ([from, to]) =>
        to !== '' && (isOpen || includedNamespaces.includes(from)),
    ),
  );
}

/** One selector is Velero's `labelSelector`, more are its `orLabelSelectors`. */
function selectorsOf(
  text: string,
): Pick<RestoreSpec, 'labelSelector' | 'orLabelSelectors'> {
  const selectors: LabelSelector[] = text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(parseLabelSelector);
  if (selectors.length === 0) return {};
  return selectors.length === 1
    ? { labelSelector: selectors[0] }
    : { orLabelSelectors: selectors };
}

function flagsOf(draft: RestoreDraft): RestoreSpec {
  const { parallelFilesDownload: parallel } = draft;
  const uploaderConfig = {
    ...flag('writeSparseFiles', draft.writeSparseFiles),
    ...(parallel.trim() !== '' && { parallelFilesDownload: Number(parallel) }),
  };
  return {
    ...flag('restorePVs', draft.restorePVs),
    ...flag('preserveNodePorts', draft.preserveNodePorts),
    ...flag('includeClusterResources', draft.includeClusterResources),
    ...(hasEntries(uploaderConfig) && { uploaderConfig }),
  };
}

function flag<K extends string>(
  field: K,
  choice: Choice,
): Partial<Record<K, boolean>> {
  return choice === 'default'
    ? {}
    : ({ [field]: choice === 'yes' } as Record<K, boolean>);
}

function textsOf(draft: RestoreDraft): RestoreSpec {
  const timeout = draft.itemOperationTimeout.trim();
  const modifier = draft.resourceModifier.trim();
  const policy = draft.existingResourcePolicy;
  return {
    ...(policy !== 'default' && { existingResourcePolicy: policy }),
    ...(timeout && { itemOperationTimeout: timeout }),
    ...(modifier && {
      resourceModifier: { kind: 'ConfigMap', name: modifier },
    }),
  };
}

function hooksOf(text: string): Pick<RestoreSpec, 'hooks'> {
  const resources = text.trim() === '' ? null : parse(text);
  return resources === null ? {} : { hooks: { resources } };
}

function withoutEmpty<K extends string>(
  lists: Record<K, string[]>,
): Partial<Record<K, string[]>> {
  return Object.fromEntries(
    Object.entries<string[]>(lists).filter(([, list]) => list.length > 0),
  ) as Partial<Record<K, string[]>>;
}

function hasEntries(value: object): boolean {
  return Object.keys(value).length > 0;
}
