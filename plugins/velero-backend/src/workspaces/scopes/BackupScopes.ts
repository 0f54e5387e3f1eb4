import { BackupRecord, Fleet, isSynced, NamespaceRecord } from '../../fleet';
import { Scope } from './Scope';
import { ScopeGroup } from './ScopeGroup';
import { ScopeReader } from './ScopeReader';

const NOTHING: ReadonlySet<string> = new Set();
const NO_GROUPS: ReadonlySet<ScopeGroup> = new Set();

/** Which backups may hold which workspaces, by the scope that their spec names. */
export class BackupScopes {
  readonly #reader: ScopeReader;
  /** By cluster, then key. */
  readonly #groups = new Map<string, Map<string, ScopeGroup>>();
  readonly #groupOf = new Map<BackupRecord, ScopeGroup>();
  /** Of a spec, which thousands of backups share. */
  readonly #specKeys = new WeakMap<object, string>();
  readonly #namespacesOf = new WeakMap<
    ScopeGroup,
    { version: number; namespaces: ReadonlySet<NamespaceRecord> }
  >();
  #touching: { version: number; groups: Map<string, Set<ScopeGroup>> } = {
    version: -1,
    groups: new Map(),
  };

  constructor(fleet: Fleet, reader: ScopeReader) {
    this.#reader = reader;
    fleet.tables.backups.listen({
      added: backup => this.#add(backup),
      removed: backup => this.#remove(backup),
    });
  }

  /** Ids of the workspaces in a backup's scope. */
  workspacesOf(backup: BackupRecord): ReadonlySet<string> {
    return this.#groupOf.get(backup)?.workspaces ?? NOTHING;
  }

  /**
   * The clusters whose namespaces a backup may hold: what came out of a bucket
   * may be of any cluster that writes there, as no backup says which.
   */
  clustersOf(backup: BackupRecord): readonly string[] {
    const { cluster, storageLocation } = backup;
    return isSynced(backup)
      ? this.#reader.storages.sharingClusters(cluster, storageLocation)
      : [cluster];
  }

  groupOf(backup: BackupRecord): ScopeGroup | undefined {
    return this.#groupOf.get(backup);
  }

  /** The live namespaces that the backups of a group look into. */
  namespacesOf(group: ScopeGroup): ReadonlySet<NamespaceRecord> {
    const { version } = this.#reader;
    const known = this.#namespacesOf.get(group);
    if (known?.version === version) {
      return known.namespaces;
    }
    const backup = group.newest;
    const namespaces = new Set(
      backup
        ? this.#reader.namespaces(backup.spec, this.clustersOf(backup))
        : [],
    );
    this.#namespacesOf.set(group, { version, namespaces });
    return namespaces;
  }

  /** Of all clusters. */
  get groups(): ScopeGroup[] {
    return [...this.#groups.values()].flatMap(groups => [...groups.values()]);
  }

  groupsOn(cluster: string): ScopeGroup[] {
    return [...(this.#groups.get(cluster)?.values() ?? [])];
  }

  /** The groups whose scope takes in a workspace. */
  groupsTouching(workspaceId: string): ReadonlySet<ScopeGroup> {
    if (this.#touching.version !== this.version) {
      this.#touching = { version: this.version, groups: new Map() };
      this.groups.forEach(group => this.#noteTouched(group));
    }
    return this.#touching.groups.get(workspaceId) ?? NO_GROUPS;
  }

  /** Rises when any scope may have changed. */
  get version(): number {
    return this.#reader.version;
  }

  #noteTouched(group: ScopeGroup): void {
    const { groups } = this.#touching;
    for (const id of group.workspaces) {
      const touching = groups.get(id);
      if (touching) {
        touching.add(group);
      } else {
        groups.set(id, new Set([group]));
      }
    }
  }

  #add(backup: BackupRecord): void {
    const groups = this.#groups.get(backup.cluster) ?? new Map();
    this.#groups.set(backup.cluster, groups);
    const key = this.#keyOf(backup);
    const group = groups.get(key) ?? this.#createGroup(key, backup);
    groups.set(key, group);
    group.backups.add(backup);
    this.#groupOf.set(backup, group);
  }

  #createGroup(key: string, backup: BackupRecord): ScopeGroup {
    const { cluster, storageLocation, spec } = backup;
    const findClusters = () => this.clustersOf(backup);
    const scope = new Scope(this.#reader, spec, findClusters);
    const group = new ScopeGroup(key, cluster, storageLocation, scope);
    if (this.#touching.version === this.version) {
      this.#noteTouched(group);
    }
    return group;
  }

  #remove(backup: BackupRecord): void {
    const group = this.#groupOf.get(backup);
    if (group) {
      this.#groupOf.delete(backup);
      group.backups.remove(backup);
      if (group.backups.size === 0) {
        this.#groups.get(group.cluster)?.delete(group.key);
        this.#touching.groups.forEach(touching => touching.delete(group));
      }
    }
  }

  #keyOf(backup: BackupRecord): string {
    const { storageLocation = '', spec } = backup;
    let specKey = this.#specKeys.get(spec);
    if (specKey === undefined) {
      specKey = JSON.stringify([
        spec.includedNamespaces ?? [],
        spec.excludedNamespaces ?? [],
      ]);
      this.#specKeys.set(spec, specKey);
    }
    return `${storageLocation}\n${isSynced(backup)}\n${specKey}`;
  }
}
