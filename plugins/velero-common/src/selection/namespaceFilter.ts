import type { BackupSpec } from '../velero';
import { compileGlob, isNamespacePattern } from './glob';
import { NameFilter } from './nameFilter';
import type { SelectionRules } from './rules';

/** On an object or a namespace, with the value `true`: Velero leaves it out. @public */
export const LABEL_EXCLUDE_FROM_BACKUP = 'velero.io/exclude-from-backup';

/** A live namespace, as far as scope is concerned. @public */
export interface NamespaceRef {
  name: string;
  labels?: Record<string, string>;
}

/** Why a namespace is not in a backup's scope. */
export type NamespaceMiss =
  | 'namespaceNotIncluded'
  | 'namespaceExcluded'
  | 'namespaceExcludedByLabel'
  | 'namespacePatternIsLiteral';

/**
 * Which namespaces a backup takes in.
 * Source: Velero, pkg/util/collections/includes_excludes.go
 * (NamespaceIncludesExcludes), pkg/util/wildcard/expand.go,
 * pkg/backup/item_collector.go (getNamespacesToList) and
 * pkg/controller/backup_controller.go (prepareBackupRequest).
 */
export class NamespaceFilter {
  readonly #filter: NameFilter;
  readonly #live: readonly string[];
  readonly #excludedByLabel: ReadonlySet<string>;
  readonly #rules: SelectionRules;
  readonly #expanded: boolean;
  /** Undefined: all are listed. */
  readonly #listed?: ReadonlySet<string>;

  constructor(
    spec: BackupSpec,
    namespaces: readonly NamespaceRef[],
    rules: SelectionRules,
  ) {
    this.#rules = rules;
    this.#live = namespaces.map(({ name }) => name).sort();
    this.#excludedByLabel = new Set(
      namespaces
        .filter(({ labels }) => labels?.[LABEL_EXCLUDE_FROM_BACKUP] === 'true')
        .map(({ name }) => name),
    );
    const includes = spec.includedNamespaces ?? [];
    const excludes = [
      ...(spec.excludedNamespaces ?? []),
      ...this.#excludedByLabel,
    ];
    this.#expanded =
      rules.expandsNamespacePatterns &&
      includes.length > 0 &&
      !includes.includes('*') &&
      [...includes, ...excludes].some(isNamespacePattern);
    this.#filter = this.#expanded
      ? new NameFilter(this.#expand(includes), this.#expand(excludes))
      : new NameFilter(includes, excludes);
    this.#listed = this.shouldInclude('*')
      ? undefined
      : new Set(
          this.#filter.includes.names.filter(name => this.shouldInclude(name)),
        );
  }

  #expand(patterns: readonly string[]): string[] {
    return patterns.flatMap(pattern => {
      if (!isNamespacePattern(pattern)) {
        return [pattern];
      }
      const glob = compileGlob(pattern);
      return this.#live.filter(name => glob?.test(name));
    });
  }

  /** Velero's ShouldInclude: by name or glob, listed or not. */
  shouldInclude(namespace: string): boolean {
    if (this.#expanded && this.#filter.includes.size === 0) {
      return false;
    }
    return this.#filter.shouldInclude(namespace);
  }

  /** Whether Velero lists the objects in a namespace; those of excluded ones it drops later. */
  lists(namespace: string): boolean {
    return !this.#listed || this.#listed.has('') || this.#listed.has(namespace);
  }

  /** Whether Velero lists the objects in a namespace and keeps them. */
  takesObjectsOf(namespace: string): boolean {
    return this.lists(namespace) && this.shouldInclude(namespace);
  }

  /** The backup is of all namespaces: what `includeClusterResources: auto` asks. */
  includesEverything(): boolean {
    const { includes, excludes } = this.#filter;
    return (
      this.#filter.includesEverything() ||
      (this.#rules.expandsNamespacePatterns &&
        excludes.size === 0 &&
        includes.names.join() === this.#live.join())
    );
  }

  /** Names that are included and do not exist, a pattern that is taken by the letter among them. */
  missingNamespaces(): string[] {
    const live = new Set(this.#live);
    return this.#filter.includes.names.filter(
      name => name !== '*' && !live.has(name),
    );
  }

  /** Why `takesObjectsOf` says no; undefined when it says yes. */
  whyMissed(namespace: string): NamespaceMiss | undefined {
    if (this.takesObjectsOf(namespace)) {
      return undefined;
    }
    if (this.#excludedByLabel.has(namespace)) {
      return 'namespaceExcludedByLabel';
    }
    if (this.#filter.excludes.match(namespace)) {
      return 'namespaceExcluded';
    }
    return this.shouldInclude(namespace)
      ? 'namespacePatternIsLiteral'
      : 'namespaceNotIncluded';
  }
}
