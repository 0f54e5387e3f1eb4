/** Yes, no, or whatever Velero does when it is not told. */
export type Choice = 'default' | 'yes' | 'no';

/**
 * Where the objects go: to the cluster and the namespaces they came from,
 * into other namespaces there, or to another cluster.
 */
export type Place = 'same' | 'renamed' | 'elsewhere';

/**
 * What somebody is about to ask for, as typed: plain, so that it can be kept
 * over a reload, and whole, so that going back and forth loses nothing. What
 * is typed may be wrong; `validate` says so.
 */
export interface RestoreDraft {
  workspace?: string;
  /** Id of a recovery point to choose as soon as the points are known. */
  point?: string;
  /** The cluster that shows the backup, and the backup's name. */
  source?: string;
  backup?: string;

  place: Place;
  /** Of `elsewhere`. */
  target?: string;
  /** New names by backed-up namespace; without effect in the same place. */
  renames: Record<string, string>;

  /** Absent: not decided yet; those of the workspace are proposed. */
  includedNamespaces?: string[];
  excludedNamespaces: string[];
  includedResources: string[];
  excludedResources: string[];
  /** Label selectors in kubectl's notation, one a line; any of them may match. */
  selectors: string;
  includeClusterResources: Choice;
  restorePVs: Choice;
  preserveNodePorts: Choice;
  statusIncluded: string[];
  statusExcluded: string[];
  existingResourcePolicy: 'default' | 'none' | 'update';
  /** A Go duration, such as `4h`. */
  itemOperationTimeout: string;
  /** Name of a ConfigMap. */
  resourceModifier: string;
  writeSparseFiles: Choice;
  parallelFilesDownload: string;
  /** YAML of `spec.hooks.resources`. */
  hooks: string;

  reason: string;
  ticketUrl: string;
  /** ISO 8601; empty: as soon as it is approved. */
  notBefore: string;
  /** Id of the request that this one takes the place of. */
  supersedes?: string;
  /** With break-glass. */
  incident: string;

  /** The preview that was looked at last, and of which cluster and spec. */
  seen?: { of: string; digest: string };
}

/** Nothing chosen yet. */
export const EMPTY_DRAFT: RestoreDraft = {
  place: 'same',
  renames: {},
  excludedNamespaces: [],
  includedResources: [],
  excludedResources: [],
  selectors: '',
  includeClusterResources: 'default',
  restorePVs: 'default',
  preserveNodePorts: 'default',
  statusIncluded: [],
  statusExcluded: [],
  existingResourcePolicy: 'default',
  itemOperationTimeout: '',
  resourceModifier: '',
  writeSparseFiles: 'default',
  parallelFilesDownload: '',
  hooks: '',
  reason: '',
  ticketUrl: '',
  notBefore: '',
  incident: '',
};

/** The cluster that the restore runs on. */
export function targetOf(draft: RestoreDraft): string | undefined {
  return draft.place === 'elsewhere' ? draft.target : draft.source;
}

/** Whether it stands for several namespaces, by Velero's wildcards. */
export function isPattern(namespace: string): boolean {
  return /[*?[{]/.test(namespace);
}
