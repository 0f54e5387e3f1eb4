/**
 * A list of names to take and one to leave; both may hold `*` and `?`, and an
 * empty list of names to take takes all.
 * Source: Velero 1.18.2, pkg/util/collections/includes_excludes.go.
 */
export class NameFilter {
  readonly #includes: readonly string[];
  readonly #excludes: readonly string[];

  constructor(includes: readonly string[], excludes: readonly string[]) {
    this.#includes = includes;
    this.#excludes = excludes;
  }

  includes(name: string): boolean {
    return (
      !matchesAny(this.#excludes, name) &&
      (this.#includes.length === 0 || matchesAny(this.#includes, name))
    );
  }

  includesEverything(): boolean {
    return (
      this.#excludes.length === 0 &&
      (this.#includes.length === 0 ||
        (this.#includes.length === 1 && this.#includes[0] === '*'))
    );
  }
}

function matchesAny(patterns: readonly string[], name: string): boolean {
  return patterns.some(pattern => {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.');
    return new RegExp(`^${source}$`).test(name);
  });
}
