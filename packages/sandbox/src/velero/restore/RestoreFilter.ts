import { matchesLabelSelector } from '@appgear/backstage-plugin-velero-common';
import { ArchivedItem } from '../persistence/archive';
import { Restore } from '../VeleroApi';
import { NameFilter } from './NameFilter';

/** Restored first, in this order; then the rest by name (pkg/cmd/server/config/config.go). */
const HIGH_PRIORITIES = [
  'customresourcedefinitions.apiextensions.k8s.io',
  'namespaces',
  'storageclasses.storage.k8s.io',
  'volumesnapshotclasses.snapshot.storage.k8s.io',
  'volumesnapshotcontents.snapshot.storage.k8s.io',
  'volumesnapshots.snapshot.storage.k8s.io',
  'datauploads.velero.io',
  'persistentvolumes',
  'persistentvolumeclaims',
  'clusterroles.rbac.authorization.k8s.io',
  'roles.rbac.authorization.k8s.io',
  'serviceaccounts',
  'clusterrolebindings.rbac.authorization.k8s.io',
  'rolebindings.rbac.authorization.k8s.io',
  'secrets',
  'configmaps',
  'limitranges',
  'priorityclasses.scheduling.k8s.io',
  'pods',
  'replicasets.apps',
  'endpoints',
  'services',
];

/** Restored whatever the filters say: data of volumes depends on it. */
const MUST_HAVE = new Set(['datauploads.velero.io']);

/**
 * What a restore takes out of a backup.
 * Source: Velero 1.18.2, pkg/restore/restore.go, getOrderedResourceCollection
 * and getSelectedRestoreableItems.
 */
export class RestoreFilter {
  readonly #spec: Restore['spec'];
  readonly #resources: NameFilter;
  readonly #namespaces: NameFilter;

  constructor({ spec }: Restore, resolve: (resource: string) => string) {
    this.#spec = spec;
    this.#resources = new NameFilter(
      (spec.includedResources ?? []).map(resolve),
      (spec.excludedResources ?? []).map(resolve),
    );
    this.#namespaces = new NameFilter(
      spec.includedNamespaces ?? [],
      spec.excludedNamespaces ?? [],
    );
  }

  /** In the order in which they are restored. */
  select(items: Iterable<ArchivedItem>): ArchivedItem[] {
    return [...items]
      .filter(item => this.#selects(item))
      .sort(
        (a, b) =>
          rank(a) - rank(b) ||
          compare(a.groupResource, b.groupResource) ||
          compare(keyOf(a), keyOf(b)),
      );
  }

  /** For what another item brings along: the filters, but not the selectors. */
  allows({ groupResource, namespace }: ArchivedItem): boolean {
    if (MUST_HAVE.has(groupResource)) {
      return true;
    }
    if (!this.#resources.includes(groupResource)) {
      return false;
    }
    return namespace
      ? this.#namespaces.includes(namespace)
      : this.#spec.includeClusterResources !== false;
  }

  includesVolumes(): boolean {
    return ['persistentvolumeclaims', 'persistentvolumes'].every(each =>
      this.#resources.includes(each),
    );
  }

  #selects(item: ArchivedItem): boolean {
    if (MUST_HAVE.has(item.groupResource)) {
      return true;
    }
    const isOfCluster = !item.namespace;
    return (
      this.allows(item) &&
      (!isOfCluster ||
        this.#spec.includeClusterResources === true ||
        this.#namespaces.includesEverything()) &&
      this.#matchesLabels(item)
    );
  }

  #matchesLabels({ object }: ArchivedItem): boolean {
    const { labelSelector, orLabelSelectors } = this.#spec;
    const { labels } = object.metadata;
    return (
      (!labelSelector || matchesLabelSelector(labelSelector, labels)) &&
      (!orLabelSelectors?.length ||
        orLabelSelectors.some(selector =>
          matchesLabelSelector(selector ?? {}, labels),
        ))
    );
  }
}

function rank({ groupResource }: ArchivedItem): number {
  const index = HIGH_PRIORITIES.indexOf(groupResource);
  return index < 0 ? HIGH_PRIORITIES.length : index;
}

function keyOf({ namespace = '', object }: ArchivedItem): string {
  return `${namespace}/${object.metadata.name}`;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
