import type { BackupSpec, VeleroVersion } from '../velero';
import { usesOldFilters, usesScopedFilters } from './resourceFilter';
import { selectionRules } from './rules';

/**
 * Why Velero would refuse a backup's filters (phase FailedValidation), in
 * Velero's own words; empty when it accepts them. Locations are not looked at.
 *
 * Source: Velero, pkg/controller/backup_controller.go (prepareBackupRequest),
 * pkg/util/collections/includes_excludes.go (Validate…) and
 * pkg/util/wildcard/expand.go (ValidateNamespaceName).
 *
 * @public
 */
export function validateBackupFilters(
  spec: BackupSpec,
  version: VeleroVersion,
): string[] {
  const rules = selectionRules(version);
  const old = usesOldFilters(spec, rules);
  const problems: string[] = [];
  const usesOldLists =
    typeof spec.includeClusterResources === 'boolean' ||
    length(spec.includedResources) + length(spec.excludedResources) > 0;
  if (usesOldLists && usesScopedFilters(spec)) {
    problems.push(
      'include-resources, exclude-resources and include-cluster-resources are old filter parameters.\n' +
        'include-cluster-scoped-resources, exclude-cluster-scoped-resources, include-namespace-scoped-resources and exclude-namespace-scoped-resources are new filter parameters.\n' +
        'They cannot be used together',
    );
  }
  // From 1.17 on Velero looks only at the lists in use.
  if (old || !rules.emptyFiltersAreNewStyle) {
    const found = listProblems(spec.includedResources, spec.excludedResources);
    problems.push(
      ...found.map(it => `Invalid included/excluded resource lists: ${it}`),
    );
  }
  if (!old || !rules.emptyFiltersAreNewStyle) {
    problems.push(...scopedProblems(spec));
  }
  problems.push(
    ...namespaceProblems(spec, rules.expandsNamespacePatterns).map(
      it => `Invalid included/excluded namespace lists: ${it}`,
    ),
  );
  if (spec.orLabelSelectors && spec.labelSelector) {
    problems.push(
      'encountered labelSelector as well as orLabelSelectors in backup spec, only one can be specified',
    );
  }
  return problems;
}

type List = readonly string[] | null | undefined;

function length(list: List): number {
  return list?.length ?? 0;
}

function inBoth(includes: List, excludes: List): string[] {
  return [...new Set(excludes ?? [])]
    .filter(item => includes?.includes(item))
    .sort()
    .map(
      item =>
        `excludes list cannot contain an item in the includes list: ${item}`,
    );
}

const INCLUDES_STAR =
  "includes list must either contain '*' only, or a non-empty list of items";

function listProblems(includes: List, excludes: List): string[] {
  const problems: string[] = [];
  if (new Set(includes).size > 1 && includes?.includes('*')) {
    problems.push(INCLUDES_STAR);
  }
  if (excludes?.includes('*')) {
    problems.push("excludes list cannot contain '*'");
  }
  return [...problems, ...inBoth(includes, excludes)];
}

function scopedProblems(spec: BackupSpec): string[] {
  const cluster = scopedListProblems(
    spec.includedClusterScopedResources,
    spec.excludedClusterScopedResources,
  ).map(it => `Invalid cluster-scoped included/excluded resource lists: ${it}`);
  const namespaced = scopedListProblems(
    spec.includedNamespaceScopedResources,
    spec.excludedNamespaceScopedResources,
  ).map(
    it => `Invalid namespace-scoped included/excluded resource lists: ${it}`,
  );
  return [...cluster, ...namespaced];
}

function scopedListProblems(includes: List, excludes: List): string[] {
  const problems: string[] = [];
  if (new Set(includes).size > 1 && includes?.includes('*')) {
    problems.push(INCLUDES_STAR);
  }
  if (excludes?.includes('*')) {
    if (new Set(excludes).size > 1) {
      problems.push(
        "excludes list must either contain '*' only, or a non-empty list of items",
      );
    }
    if (length(includes) > 0) {
      problems.push("when exclude is '*', include cannot have value");
    }
  }
  return [...problems, ...inBoth(includes, excludes)];
}

function namespaceProblems(spec: BackupSpec, patterns: boolean): string[] {
  const { includedNamespaces, excludedNamespaces } = spec;
  const names = [...(includedNamespaces ?? []), ...(excludedNamespaces ?? [])];
  return [
    ...listProblems(includedNamespaces, excludedNamespaces),
    ...names.flatMap(name => namespaceNameProblem(name, patterns) ?? []),
  ];
}

function namespaceNameProblem(
  name: string,
  patterns: boolean,
): string | undefined {
  if (name === '') {
    return undefined;
  }
  const patternProblem = patterns ? badPattern(name) : undefined;
  if (patternProblem) {
    return patternProblem;
  }
  const plain = name.replace(patterns ? /[*?[\]]/g : /\*/g, 'x');
  return /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(plain)
    ? undefined
    : `invalid namespace "${name}": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character`;
}

function badPattern(name: string): string | undefined {
  if (/[|()!{},]/.test(name)) {
    return 'wildcard pattern contains unsupported characters: |, (, ), !, {, }, ,';
  }
  if (name.includes('**')) {
    return 'wildcard pattern contains consecutive asterisks (only single * allowed)';
  }
  const rest = name.replace(/\[[^\]]+\]/g, '');
  if (rest.includes('[]')) {
    return "wildcard pattern contains empty bracket pattern '[]'";
  }
  if (rest.includes('[')) {
    return "wildcard pattern contains unclosed bracket '['";
  }
  if (rest.includes(']')) {
    return "wildcard pattern contains unmatched closing bracket ']'";
  }
  return undefined;
}
