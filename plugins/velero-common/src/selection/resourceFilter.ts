import type { BackupSpec, ResourceType } from '../velero';
import { groupResource } from './inventory';
import { NameFilter } from './nameFilter';
import type { NamespaceFilter } from './namespaceFilter';
import type { ResourceNames } from './resourceNames';
import type { SelectionRules } from './rules';

/** Why a kind is not collected. */
export type KindMiss =
  | 'kindNotIncluded'
  | 'kindExcluded'
  | 'kindExcludedByVelero'
  | 'clusterScopedOff'
  | 'clusterScopedOnlyByChain';

/**
 * Which kinds a backup takes in.
 * Source: Velero, pkg/util/collections/includes_excludes.go.
 */
export interface ResourceFilter {
  /** Why objects of a kind are not collected; undefined when they are. */
  whyMissed(type: ResourceType): KindMiss | undefined;
  /** Whether a cluster-scoped kind is kept out even when another object brings it along. */
  excludes(type: ResourceType): boolean;
}

const VOLUME_SNAPSHOTS = 'volumesnapshots.snapshot.storage.k8s.io';
const VOLUME_SNAPSHOT_CONTENTS =
  'volumesnapshotcontents.snapshot.storage.k8s.io';

/** Whether a spec uses `includedResources` and the like, rather than the scoped lists. */
export function usesOldFilters(
  spec: BackupSpec,
  rules: SelectionRules,
): boolean {
  const old =
    typeof spec.includeClusterResources === 'boolean' ||
    size(spec.includedResources) > 0 ||
    size(spec.excludedResources) > 0;
  return old || (!rules.emptyFiltersAreNewStyle && !usesScopedFilters(spec));
}

/** Whether a spec names kinds in the scoped lists. */
export function usesScopedFilters(spec: BackupSpec): boolean {
  return (
    size(spec.includedClusterScopedResources) > 0 ||
    size(spec.excludedClusterScopedResources) > 0 ||
    size(spec.includedNamespaceScopedResources) > 0 ||
    size(spec.excludedNamespaceScopedResources) > 0
  );
}

function size(list: readonly string[] | null | undefined): number {
  return list?.length ?? 0;
}

/** `includedResources`, `excludedResources`, `includeClusterResources`. */
class GlobalFilter implements ResourceFilter {
  readonly #kinds: NameFilter;
  readonly #automatic: ReadonlySet<string>;
  readonly #clusterResources: boolean | undefined;
  readonly #allNamespaces: boolean;

  constructor(
    spec: BackupSpec,
    names: ResourceNames,
    namespaces: NamespaceFilter,
    rules: SelectionRules,
  ) {
    const lists = withAutomaticExcludes(
      spec.includedResources,
      spec.excludedResources,
      rules.excludesVolumeSnapshots
        ? [VOLUME_SNAPSHOTS, VOLUME_SNAPSHOT_CONTENTS]
        : [],
    );
    const resolve = (name: string) => {
      const type = names.resolve(name);
      return type ? groupResource(type) : name;
    };
    this.#automatic = lists.automatic;
    this.#kinds = new NameFilter(
      lists.includes.map(name => (name === '*' ? name : resolve(name))),
      lists.excludes.filter(name => name !== '*').map(resolve),
    );
    this.#clusterResources = spec.includeClusterResources ?? undefined;
    this.#allNamespaces = namespaces.includesEverything();
  }

  whyMissed(type: ResourceType): KindMiss | undefined {
    const name = groupResource(type);
    if (!type.namespaced) {
      if (this.#clusterResources === false) {
        return 'clusterScopedOff';
      }
      if (
        this.#clusterResources === undefined &&
        name !== 'namespaces' &&
        !this.#allNamespaces
      ) {
        return 'clusterScopedOnlyByChain';
      }
    }
    if (this.#kinds.excludes.match(name)) {
      return this.#automatic.has(name)
        ? 'kindExcludedByVelero'
        : 'kindExcluded';
    }
    return this.#kinds.shouldInclude(name) ? undefined : 'kindNotIncluded';
  }

  excludes(type: ResourceType): boolean {
    const name = groupResource(type);
    if (this.#kinds.excludes.match(name)) {
      return true;
    }
    if (type.namespaced || this.#clusterResources === true) {
      return false;
    }
    return this.#clusterResources === false || !this.#kinds.shouldInclude(name);
  }
}

/** The scoped lists: cluster-scoped kinds are taken only when named, or in a backup of everything. */
class ScopedFilter implements ResourceFilter {
  readonly #namespaced: NameFilter;
  readonly #cluster: NameFilter;
  readonly #automatic: ReadonlySet<string>;
  readonly #everything: boolean;

  constructor(
    spec: BackupSpec,
    names: ResourceNames,
    namespaces: NamespaceFilter,
    rules: SelectionRules,
  ) {
    const automatic = (name: string) =>
      rules.excludesVolumeSnapshots ? [name] : [];
    const namespaced = withAutomaticExcludes(
      spec.includedNamespaceScopedResources,
      spec.excludedNamespaceScopedResources,
      automatic(VOLUME_SNAPSHOTS),
    );
    const cluster = withAutomaticExcludes(
      spec.includedClusterScopedResources,
      spec.excludedClusterScopedResources,
      automatic(VOLUME_SNAPSHOT_CONTENTS),
    );
    const filter = ({ includes, excludes }: Lists, ofScope: boolean) => {
      const resolve = (name: string) => {
        const type = name === '*' ? undefined : names.resolve(name);
        if (!type) {
          return [name];
        }
        return type.namespaced === ofScope ? [groupResource(type)] : [];
      };
      return new NameFilter(
        includes.flatMap(resolve),
        excludes.flatMap(resolve),
      );
    };
    this.#automatic = new Set([...namespaced.automatic, ...cluster.automatic]);
    this.#namespaced = filter(namespaced, true);
    this.#cluster = filter(cluster, false);
    // From 1.17 on never true: Velero's own exclusion of snapshot contents
    // fills the list, so a backup without filters has no cluster-scoped kinds.
    this.#everything =
      this.#cluster.includes.size === 0 &&
      this.#cluster.excludes.size === 0 &&
      namespaces.includesEverything() &&
      this.#namespaced.includesEverything();
  }

  whyMissed(type: ResourceType): KindMiss | undefined {
    const name = groupResource(type);
    const filter = type.namespaced ? this.#namespaced : this.#cluster;
    if (filter.excludes.has('*') || filter.excludes.match(name)) {
      return this.#automatic.has(name)
        ? 'kindExcludedByVelero'
        : 'kindExcluded';
    }
    if (type.namespaced) {
      return filter.shouldInclude(name) ? undefined : 'kindNotIncluded';
    }
    const included =
      this.#everything ||
      name === 'namespaces' ||
      filter.includes.has('*') ||
      filter.includes.match(name);
    return included ? undefined : 'clusterScopedOnlyByChain';
  }

  excludes(type: ResourceType): boolean {
    const filter = type.namespaced ? this.#namespaced : this.#cluster;
    return filter.excludes.match(groupResource(type));
  }
}

interface Lists {
  includes: string[];
  excludes: string[];
  automatic: ReadonlySet<string>;
}

/** Source: Velero, pkg/controller/backup_controller.go, modifyResourceIncludeExclude. */
function withAutomaticExcludes(
  includes: readonly string[] | null | undefined,
  excludes: readonly string[] | null | undefined,
  added: readonly string[],
): Lists {
  const automatic = added.filter(name => !excludes?.includes(name));
  const all = [...(excludes ?? []), ...automatic];
  return {
    includes: (includes ?? []).filter(
      name => added.length === 0 || !all.includes(name),
    ),
    excludes: all,
    automatic: new Set(automatic),
  };
}

/** @internal */
export function resourceFilter(
  spec: BackupSpec,
  names: ResourceNames,
  namespaces: NamespaceFilter,
  rules: SelectionRules,
): ResourceFilter {
  return usesOldFilters(spec, rules)
    ? new GlobalFilter(spec, names, namespaces, rules)
    : new ScopedFilter(spec, names, namespaces, rules);
}
