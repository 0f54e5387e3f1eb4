import type { RestoreSpec } from '../velero';

/**
 * Kinds that Velero never restores. It appends them to `excludedResources`
 * of every Restore it takes up, and refuses a Restore that includes one.
 * Source: Velero v1.13.0 to v1.18.2, pkg/controller/restore_controller.go,
 * nonRestorableResources.
 *
 * @public
 */
export const NON_RESTORABLE_RESOURCES: readonly string[] = [
  'nodes',
  'events',
  'events.events.k8s.io',
  'backups.velero.io',
  'restores.velero.io',
  'resticrepositories.velero.io',
  'csinodes.storage.k8s.io',
  'volumeattachments.storage.k8s.io',
  'backuprepositories.velero.io',
];

/** A name in a list of a Restore for which Velero would refuse it. @public */
export interface RestoreListProblem {
  field:
    | 'includedNamespaces'
    | 'excludedNamespaces'
    | 'includedResources'
    | 'excludedResources';
  /**
   * `neverRestored`: a kind that Velero does not bring back; `excludesAll`:
   * `*` to exclude; `allAndOthers`: `*` beside names; `inBoth`: included too.
   */
  code: 'neverRestored' | 'excludesAll' | 'allAndOthers' | 'inBoth';
  name: string;
}

/**
 * What Velero would refuse of a Restore's lists of namespaces and kinds;
 * empty when it takes them. The wizard and the backend both ask here.
 *
 * Source: Velero, pkg/util/collections/includes_excludes.go
 * (ValidateIncludesExcludes) and pkg/controller/restore_controller.go
 * (validateAndComplete).
 *
 * @public
 */
export function restoreListProblems(spec: RestoreSpec): RestoreListProblem[] {
  const never = (spec.includedResources ?? [])
    .filter(name => NON_RESTORABLE_RESOURCES.includes(name))
    .map(name => problem('includedResources', 'neverRestored', name));
  return [
    ...never,
    ...listProblems('Namespaces', spec),
    ...listProblems('Resources', spec),
  ];
}

function listProblems(
  what: 'Namespaces' | 'Resources',
  spec: RestoreSpec,
): RestoreListProblem[] {
  const included = spec[`included${what}`] ?? [];
  const excluded = spec[`excluded${what}`] ?? [];
  return [
    ...(excluded.includes('*')
      ? [problem(`excluded${what}`, 'excludesAll', '*')]
      : []),
    ...(included.length > 1 && included.includes('*')
      ? [problem(`included${what}`, 'allAndOthers', '*')]
      : []),
    ...excluded
      .filter(name => name !== '*' && included.includes(name))
      .map(name => problem(`excluded${what}`, 'inBoth', name)),
  ];
}

function problem(
  field: RestoreListProblem['field'],
  code: RestoreListProblem['code'],
  name: string,
): RestoreListProblem {
  return { field, code, name };
}
