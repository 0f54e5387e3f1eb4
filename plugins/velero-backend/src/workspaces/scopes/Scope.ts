import { ScopeReader, ScopeSpec } from './ScopeReader';

/** The workspaces that a spec takes in, worked out again only when they may be others. */
export class Scope {
  readonly #reader: ScopeReader;
  readonly #spec: ScopeSpec;
  readonly #findClusters: () => readonly string[];
  #checked = -1;
  #frame = -1;
  #namespaces = -1;
  #clusters: readonly string[] = [];
  #workspaces: ReadonlySet<string> = new Set();

  /** @param findClusters - whose namespaces count; asked again when locations change */
  constructor(
    reader: ScopeReader,
    spec: ScopeSpec,
    findClusters: () => readonly string[],
  ) {
    this.#reader = reader;
    this.#spec = spec;
    this.#findClusters = findClusters;
  }

  /** Ids of the workspaces in scope. */
  get workspaces(): ReadonlySet<string> {
    if (this.#checked !== this.#reader.version) {
      this.#checked = this.#reader.version;
      this.#refresh();
    }
    return this.#workspaces;
  }

  /** Most changes are of other clusters' namespaces, and change nothing here. */
  #refresh(): void {
    const { frameVersion } = this.#reader;
    const sameFrame = frameVersion === this.#frame;
    if (!sameFrame) {
      this.#frame = frameVersion;
      this.#clusters = this.#findClusters();
    }
    const namespaces = this.#reader.namespacesVersion(this.#clusters);
    if (!sameFrame || namespaces !== this.#namespaces) {
      this.#namespaces = namespaces;
      this.#workspaces = this.#reader.workspaces(this.#spec, this.#clusters);
    }
  }
}
