import { WorkspacesConfig } from '../config';
import { compareKeys, Fleet, NamespaceRecord } from '../fleet';
import { buildWorkspaces } from './buildWorkspaces';
import { WorkspaceClaim } from './catalogClaims';
import { Workspace } from './Workspace';

interface Built {
  version: number;
  byId: Map<string, Workspace>;
  sorted: Workspace[];
  byCluster: Map<string, Workspace[]>;
  ids: Map<NamespaceRecord, string>;
}

/** All workspaces of the fleet, as its namespaces and the catalog have them now. */
export class WorkspaceDirectory {
  readonly #fleet: Fleet;
  readonly #config: WorkspacesConfig;
  #claims: ReadonlyMap<string, WorkspaceClaim> = new Map();
  #claimsVersion = 0;
  #claimsText = '';
  #built: Built | undefined;

  constructor(fleet: Fleet, config: WorkspacesConfig) {
    this.#fleet = fleet;
    this.#config = config;
  }

  /** Rises with each change of any workspace. */
  get version(): number {
    return this.#fleet.tables.namespaces.version + this.#claimsVersion;
  }

  /** By id. */
  all(): readonly Workspace[] {
    return this.#current().sorted;
  }

  /** Those with namespaces on a cluster. */
  on(cluster: string): readonly Workspace[] {
    return this.#current().byCluster.get(cluster) ?? [];
  }

  get(id: string): Workspace | undefined {
    return this.#current().byId.get(id);
  }

  /** The workspace that a namespace belongs to, if it belongs to one. */
  idOf(namespace: NamespaceRecord): string | undefined {
    return this.#current().ids.get(namespace);
  }

  /** Whether a namespace's label asks for backups. */
  asksForBackup({ labels }: NamespaceRecord): boolean {
    return labels[this.#config.labels.backupEnabled] === 'true';
  }

  /** @returns whether anything changed */
  setClaims(claims: ReadonlyMap<string, WorkspaceClaim>): boolean {
    const text = JSON.stringify([...claims].sort());
    if (text === this.#claimsText) {
      return false;
    }
    this.#claimsText = text;
    this.#claims = claims;
    this.#claimsVersion++;
    return true;
  }

  #current(): Built {
    if (this.#built?.version !== this.version) {
      this.#built = this.#build();
    }
    return this.#built!;
  }

  #build(): Built {
    const byId = buildWorkspaces(
      this.#fleet.tables.namespaces,
      this.#fleet.sources.map(({ name }) => name),
      this.#claims,
      this.#config,
    );
    const sorted = [...byId.values()].sort((a, b) => compareKeys(a.id, b.id));
    const byCluster = new Map(
      this.#fleet.sources.map(({ name }) => [
        name,
        sorted.filter(({ clusters }) => clusters.includes(name)),
      ]),
    );
    const ids = new Map(
      sorted.flatMap(({ id, namespaces }) =>
        namespaces.map(namespace => [namespace, id] as const),
      ),
    );
    return { version: this.version, byId, sorted, byCluster, ids };
  }
}
