import { BackupRecord, Fleet, isSynced } from '../../fleet';
import { Scope } from './Scope';
import { ScopeGroup } from './ScopeGroup';
import { ScopeReader } from './ScopeReader';

const NOTHING: ReadonlySet<string> = new Set();

/** Which backups may hold which workspaces, by the scope that their spec names. */
export class BackupScopes {
  readonly #reader: ScopeReader;
  readonly #groups = new Map<string, ScopeGroup>();
  readonly #groupOf = new Map<BackupRecord, ScopeGroup>();
  /** Of a spec, which thousands of backups share. */
  readonly #specKeys = new WeakMap<object, string>();
  #groupsVersion = 0;
  #byWorkspace: { version: string; groups: Map<string, ScopeGroup[]> } = {
    version: '',
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
      ? this.#reader.sharingClusters(cluster, storageLocation)
      : [cluster];
  }

  groupOf(backup: BackupRecord): ScopeGroup | undefined {
    return this.#groupOf.get(backup);
  }

  get groups(): Iterable<ScopeGroup> {
    return this.#groups.values();
  }

  /** The groups whose scope takes in a workspace. */
  groupsTouching(workspaceId: string): readonly ScopeGroup[] {
    const version = `${this.#reader.version}/${this.#groupsVersion}`;
    if (this.#byWorkspace.version !== version) {
      const groups = new Map<string, ScopeGroup[]>();
      for (const group of this.#groups.values()) {
        for (const id of group.workspaces) {
          const touching = groups.get(id);
          if (touching) {
            touching.push(group);
          } else {
            groups.set(id, [group]);
          }
        }
      }
      this.#byWorkspace = { version, groups };
    }
    return this.#byWorkspace.groups.get(workspaceId) ?? [];
  }

  #add(backup: BackupRecord): void {
    const key = this.#keyOf(backup);
    let group = this.#groups.get(key);
    if (!group) {
      const { cluster, storageLocation, spec } = backup;
      const findClusters = () => this.clustersOf(backup);
      const scope = new Scope(this.#reader, spec, findClusters);
      group = new ScopeGroup(key, cluster, storageLocation, scope);
      this.#groups.set(key, group);
      this.#groupsVersion++;
    }
    group.backups.add(backup);
    this.#groupOf.set(backup, group);
  }

  #remove(backup: BackupRecord): void {
    const group = this.#groupOf.get(backup);
    if (group) {
      this.#groupOf.delete(backup);
      group.backups.remove(backup);
      if (group.backups.size === 0) {
        this.#groups.delete(group.key);
        this.#groupsVersion++;
      }
    }
  }

  #keyOf(backup: BackupRecord): string {
    const { cluster, storageLocation = '', spec } = backup;
    let specKey = this.#specKeys.get(spec);
    if (specKey === undefined) {
      specKey = JSON.stringify([
        spec.includedNamespaces ?? [],
        spec.excludedNamespaces ?? [],
      ]);
      this.#specKeys.set(spec, specKey);
    }
    return `${cluster}\n${storageLocation}\n${isSynced(backup)}\n${specKey}`;
  }
}
