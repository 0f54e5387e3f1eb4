import { compileGlob } from './glob';

/** Names and globs, in the order in which Velero tries them. @public */
export class NameSet {
  readonly names: readonly string[];
  readonly #plain: ReadonlySet<string>;
  readonly #globs: readonly (RegExp | undefined)[];

  constructor(names: readonly string[]) {
    this.names = [...new Set(names)].sort();
    this.#plain = new Set(this.names);
    const firstBad = this.names.findIndex(name => !compileGlob(name));
    // Velero stops at the first pattern it cannot read, and matches nothing.
    this.#globs = this.names
      .slice(0, firstBad < 0 ? undefined : firstBad)
      .map(compileGlob);
  }

  get size(): number {
    return this.names.length;
  }

  has(name: string): boolean {
    return this.#plain.has(name);
  }

  match(name: string): boolean {
    return this.#globs.some(glob => glob!.test(name));
  }
}

/**
 * A list of names to include and one to exclude; both may hold globs, and an
 * empty or `*` include list takes everything.
 * Source: Velero, pkg/util/collections/includes_excludes.go, IncludesExcludes.
 *
 * @public
 */
export class NameFilter {
  readonly includes: NameSet;
  readonly excludes: NameSet;

  constructor(includes: readonly string[], excludes: readonly string[]) {
    this.includes = new NameSet(includes);
    this.excludes = new NameSet(excludes);
  }

  shouldInclude(name: string): boolean {
    if (this.excludes.match(name)) {
      return false;
    }
    return (
      this.includes.size === 0 ||
      this.includes.has('*') ||
      this.includes.match(name)
    );
  }

  /** Nothing is excluded, and nothing narrows what is included. */
  includesEverything(): boolean {
    return (
      this.excludes.size === 0 &&
      (this.includes.size === 0 ||
        (this.includes.size === 1 && this.includes.has('*')))
    );
  }
}
