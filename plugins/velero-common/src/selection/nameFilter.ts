import { compileGlob } from './glob';

/** What makes a name a pattern. */
const SPECIAL = /[*?[{\\]/;

/** Names and globs, in the order in which Velero tries them. @public */
export class NameSet {
  readonly names: readonly string[];
  readonly #all: ReadonlySet<string>;
  /** Of hundreds of names few are patterns. */
  readonly #plain: ReadonlySet<string>;
  readonly #globs: readonly RegExp[];

  constructor(names: readonly string[]) {
    this.names = [...new Set(names)].sort();
    this.#all = new Set(this.names);
    const plain = new Set<string>();
    const globs: RegExp[] = [];
    for (const name of this.names) {
      const glob = SPECIAL.test(name) ? compileGlob(name) : undefined;
      if (glob) {
        globs.push(glob);
      } else if (SPECIAL.test(name)) {
        // Velero stops at the first pattern it cannot read, and matches nothing.
        break;
      } else {
        plain.add(name);
      }
    }
    this.#plain = plain;
    this.#globs = globs;
  }

  get size(): number {
    return this.names.length;
  }

  has(name: string): boolean {
    return this.#all.has(name);
  }

  match(name: string): boolean {
    return this.#plain.has(name) || this.#globs.some(glob => glob.test(name));
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
