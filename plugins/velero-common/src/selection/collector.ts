import type { BackupSpec, ResourceType } from '../velero';
import { groupResource, Inventory, InventoryObject } from './inventory';
import { LabelFilter } from './labelFilter';
import { LABEL_EXCLUDE_FROM_BACKUP, NamespaceFilter } from './namespaceFilter';
import { KindMiss, ResourceFilter, resourceFilter } from './resourceFilter';
import { ResourceNames } from './resourceNames';
import type { SelectionRules } from './rules';
import type { MissReason, SelectionProblem } from './selection';

/** Kinds that two API groups serve: Velero takes the first it meets (pkg/backup/backup.go, cohabitatingResources). */
const SERVED_TWICE: Record<string, string> = {
  'deployments.extensions': 'deployments.apps',
  'daemonsets.extensions': 'daemonsets.apps',
  'replicasets.extensions': 'replicasets.apps',
  'networkpolicies.extensions': 'networkpolicies.networking.k8s.io',
  'events.events.k8s.io': 'events',
};

const NAMESPACES: ResourceType = {
  group: '',
  version: 'v1',
  kind: 'Namespace',
  plural: 'namespaces',
  namespaced: false,
};

/** Whether an object is a Namespace: Velero has rules of its own for these. */
export function isNamespace(object: InventoryObject): boolean {
  return object.group === '' && object.plural === 'namespaces';
}

/**
 * Decides for each object by itself whether a backup takes it; what comes
 * along with another object is decided elsewhere.
 */
export class Collector {
  readonly #rules: SelectionRules;
  readonly #names: ResourceNames;
  readonly #namespaces: NamespaceFilter;
  readonly #kinds: ResourceFilter;
  readonly #labels: LabelFilter;
  readonly #refused: string | undefined;
  readonly #kindMisses = new Map<string, KindMiss | undefined>();
  readonly #tracked = new Set<string>();

  constructor(spec: BackupSpec, inventory: Inventory, rules: SelectionRules) {
    const namespaces = inventory.objects.filter(isNamespace);
    this.#rules = rules;
    this.#names = new ResourceNames(inventory);
    this.#namespaces = new NamespaceFilter(spec, namespaces, rules);
    this.#kinds = resourceFilter(spec, this.#names, this.#namespaces, rules);
    this.#labels = new LabelFilter(spec);
    this.#refused = this.#labels.refused;
  }

  /**
   * Why an object other than a Namespace is not taken; undefined when it is.
   * Remembers the namespaces of what was selected, for `whyNamespaceMissed`.
   */
  whyMissed(object: InventoryObject): MissReason | undefined {
    const kindMiss = this.kindMiss(object) ?? this.#twinTaken(object);
    const labelMiss = this.#labelMiss(object);
    this.#track(object, !kindMiss && !labelMiss);
    const namespaceMiss = object.namespaced
      ? this.#namespaces.whyMissed(object.namespace!)
      : undefined;
    return namespaceMiss ?? kindMiss ?? labelMiss ?? this.whyNotKept(object);
  }

  /** Call it after all other objects. */
  whyNamespaceMissed(namespace: InventoryObject): MissReason | undefined {
    const notCollected = this.#rules.tracksNamespaces
      ? this.#whyNotTracked(namespace)
      : this.#whyNotNamed(namespace);
    return (
      this.kindMiss(namespace) ?? notCollected ?? this.whyNotKept(namespace)
    );
  }

  /** Velero's itemInclusionChecks (item_backupper.go): asked of each object, however it was found. */
  whyNotKept(object: InventoryObject): MissReason | undefined {
    if (object.labels?.[LABEL_EXCLUDE_FROM_BACKUP] === 'true') {
      return 'excludedByLabel';
    }
    if (object.namespaced) {
      const miss = this.#namespaces.shouldInclude(object.namespace!)
        ? this.kindMiss(object)
        : 'namespaceNotIncluded';
      return miss ?? whenTerminating(object);
    }
    if (!isNamespace(object) && this.#kinds.excludes(object)) {
      return this.kindMiss(object) ?? 'kindExcluded';
    }
    return whenTerminating(object);
  }

  kindMiss(type: ResourceType): KindMiss | undefined {
    const kind = groupResource(type);
    if (!this.#kindMisses.has(kind)) {
      this.#kindMisses.set(kind, this.#kinds.whyMissed(type));
    }
    return this.#kindMisses.get(kind);
  }

  /** Neither named nor kept out: taken only along with others. */
  isTakenByChainOnly(type: ResourceType): boolean {
    return this.kindMiss(type) !== undefined && !this.#kinds.excludes(type);
  }

  problems(): SelectionProblem[] {
    const looksForNamespaces =
      this.#rules.failsOnMissingNamespace && !this.kindMiss(NAMESPACES);
    const missing = looksForNamespaces
      ? this.#namespaces.missingNamespaces()
      : [];
    return [
      ...missing.map(
        message => ({ code: 'namespaceMissing', message } as const),
      ),
      ...(this.#refused === undefined
        ? []
        : [{ code: 'selectorRefused', message: this.#refused } as const]),
    ];
  }

  #track({ namespaced, namespace }: InventoryObject, selected: boolean): void {
    if (!namespaced || !selected || !this.#namespaces.lists(namespace!)) {
      return;
    }
    if (
      this.#rules.tracksExcludedNamespaces ||
      this.#namespaces.shouldInclude(namespace!)
    ) {
      this.#tracked.add(namespace!);
    }
  }

  #whyNotTracked(namespace: InventoryObject): MissReason | undefined {
    if (
      this.#tracked.has(namespace.name) ||
      this.#labels.selects(namespace.labels)
    ) {
      return undefined;
    }
    return !this.#labels.isOpen && this.#namespaces.includesEverything()
      ? 'namespaceWithoutSelection'
      : this.#whyNotNamed(namespace);
  }

  #whyNotNamed({ name }: InventoryObject): MissReason | undefined {
    return this.#namespaces.shouldInclude(name)
      ? undefined
      : this.#namespaces.whyMissed(name);
  }

  #twinTaken(object: InventoryObject): MissReason | undefined {
    const twin = SERVED_TWICE[groupResource(object)];
    const type = twin === undefined ? undefined : this.#names.resolve(twin);
    return type && !this.kindMiss(type) ? 'servedByOtherGroup' : undefined;
  }

  #labelMiss({ labels }: InventoryObject): MissReason | undefined {
    if (this.#refused !== undefined) {
      return 'labelSelectorRefused';
    }
    return this.#labels.isOpen || this.#labels.selects(labels)
      ? undefined
      : 'labelSelector';
  }
}

function whenTerminating(object: InventoryObject): MissReason | undefined {
  return object.terminating ? 'terminating' : undefined;
}
