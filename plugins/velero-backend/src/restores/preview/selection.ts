import {
  matchesLabelSelector,
  NameFilter,
  NON_RESTORABLE_RESOURCES,
  NotRestoredReason,
  RestoreSpec,
} from '@appgear/backstage-plugin-velero-common';
import { Kinds } from './kinds';
import { BackedUpObject } from './input';

/** Whether Velero takes an object up, and why not. */
export type Taken =
  | { taken: true }
  | { taken: 'unknown' }
  | { taken: false; reason: NotRestoredReason };

/** Processed whatever the spec says (restore.go, resourceMustHave). */
export const MUST_HAVE = [
  'datauploads.velero.io',
  'volumesnapshotcontents.snapshot.storage.k8s.io',
];

/**
 * Which objects of a backup a restore takes up. The same from 1.13 to 1.18:
 * globs work in namespace lists, because the lists are matched and not
 * expanded (pkg/util/wildcard/expand.go, ShouldExpandWildcards).
 * Source: Velero, pkg/restore/restore.go, getOrderedResourceCollection and
 * getSelectedRestoreableItems.
 */
export class RestoreSelection {
  readonly #namespaces: NameFilter;
  readonly #resources: NameFilter;
  readonly #clusterScoped: boolean;
  readonly #spec: RestoreSpec;

  constructor(spec: RestoreSpec, kinds: Kinds) {
    const resolve = (names: readonly string[] | null | undefined) =>
      (names ?? []).map(name => (name === '*' ? name : kinds.resolve(name)));
    this.#spec = spec;
    this.#namespaces = new NameFilter(
      spec.includedNamespaces ?? [],
      spec.excludedNamespaces ?? [],
    );
    this.#resources = new NameFilter(
      resolve(spec.includedResources),
      resolve(spec.excludedResources).filter(name => name !== '*'),
    );
    this.#clusterScoped =
      spec.includeClusterResources ?? this.#namespaces.includesEverything();
  }

  /** Whether PersistentVolumes come along with their claims. */
  bringsVolumes(): boolean {
    return (
      this.#spec.includeClusterResources !== false &&
      this.takesResource('persistentvolumes')
    );
  }

  takesResource(resource: string): boolean {
    return this.#resources.shouldInclude(resource);
  }

  /** By the spec's own lists and selectors. */
  takes(object: BackedUpObject, resource: string): Taken {
    if (NON_RESTORABLE_RESOURCES.includes(resource)) {
      return { taken: false, reason: 'neverRestored' };
    }
    if (MUST_HAVE.includes(resource)) return { taken: true };
    const scope = this.takesScope(object, resource);
    return scope.taken === true ? this.#bySelector(object) : scope;
  }

  /**
   * The same without selectors: what holds for an object that another one
   * brings along (restore.go, restoreItem).
   */
  takesScope(object: BackedUpObject, resource: string): Taken {
    if (!this.takesResource(resource)) {
      return { taken: false, reason: 'resourceExcluded' };
    }
    if (object.namespace === undefined) {
      return this.#clusterScoped
        ? { taken: true }
        : { taken: false, reason: 'clusterScopedExcluded' };
    }
    return this.#namespaces.shouldInclude(object.namespace)
      ? { taken: true }
      : { taken: false, reason: 'namespaceExcluded' };
  }

  #bySelector({ details }: BackedUpObject): Taken {
    const { labelSelector, orLabelSelectors } = this.#spec;
    const selectors = labelSelector ? [labelSelector] : orLabelSelectors ?? [];
    if (selectors.length === 0) return { taken: true };
    if (!details) return { taken: 'unknown' };
    return selectors.some(
      selector => selector && matchesLabelSelector(selector, details.labels),
    )
      ? { taken: true }
      : { taken: false, reason: 'labelSelector' };
  }
}
