import { ReadModel } from '../answers';
import { Turns } from '../courtesy';
import { Evidence } from '../evidence';
import { BackupRecord, NamespaceRecord } from '../fleet';
import { LiveInventory } from '../inventory';
import { ScopeGroup } from '../workspaces';
import { PointIndex } from './PointIndex';

/** Ids of the workspaces whose verdict may be another one. */
export interface ChangedWorkspaces {
  urgent: Set<string>;
  /** Only something about old points changed. */
  others: Set<string>;
}

/** Points that a verdict rests on are among the newest of their schedule. */
const NEWEST = 3;
/** So many are looked at before others have the thread. */
const LOOKS_PER_TURN = 200;
/** Points change by time alone as well. */
const REGROUP_MS = 5 * 60_000;

/** Finds out which workspaces something happened to since it was last asked. */
export class ChangeFinder {
  readonly #model: ReadModel;
  readonly #points: PointIndex;
  readonly #inventory: LiveInventory;
  readonly #turns: Turns;
  readonly #removed: { backup: BackupRecord; group?: ScopeGroup }[] = [];
  readonly #evidence = new Set<string>();
  readonly #inventoryKeys = new Set<string>();
  readonly #unreadable = new Map<string, string>();
  readonly #namespaces = new Map<string, readonly NamespaceRecord[]>();
  #directoryVersion = -1;
  #regroupedAt = 0;

  constructor(sources: {
    model: ReadModel;
    points: PointIndex;
    evidence: Evidence;
    inventory: LiveInventory;
    turns: Turns;
  }) {
    const { model, points, evidence, inventory, turns } = sources;
    this.#model = model;
    this.#points = points;
    this.#inventory = inventory;
    this.#turns = turns;
    model.fleet.tables.backups.listen({
      removed: backup =>
        this.#removed.push({ backup, group: model.scopes.groupOf(backup) }),
    });
    evidence.ledger.onChange(ids => ids.forEach(id => this.#evidence.add(id)));
    inventory.onChange(keys => {
      keys.forEach(key => this.#inventoryKeys.add(key));
    });
  }

  async find(now: number): Promise<ChangedWorkspaces> {
    const changed: ChangedWorkspaces = { urgent: new Set(), others: new Set() };
    const everything = now - this.#regroupedAt > REGROUP_MS;
    if (everything) {
      this.#regroupedAt = now;
    }
    this.#followDirectory(changed);
    this.#followInventory(changed);
    const points = await this.#points.refresh(now, everything);
    this.#evidence.forEach(id => points.add(id));
    this.#evidence.clear();
    await this.#markAll(points, changed);
    for (const { backup, group } of this.#removed.splice(0)) {
      if (!this.#model.fleet.tables.backups.get(backup.cluster, backup.name)) {
        group?.workspaces.forEach(id => changed.urgent.add(id));
      }
    }
    return changed;
  }

  async #markAll(
    points: ReadonlySet<string>,
    changed: ChangedWorkspaces,
  ): Promise<void> {
    let looks = 0;
    for (const id of points) {
      if (++looks % LOOKS_PER_TURN === 0) {
        await this.#turns.next();
      }
      for (const backup of this.#points.backupsOf(id)) {
        this.#mark(backup, changed);
      }
    }
  }

  #mark(backup: BackupRecord, { urgent, others }: ChangedWorkspaces): void {
    const group = this.#model.scopes.groupOf(backup);
    const isNew = group?.backups.rows().slice(-NEWEST).includes(backup);
    group?.workspaces.forEach(id => (isNew ? urgent : others).add(id));
  }

  #followDirectory({ urgent }: ChangedWorkspaces): void {
    const { directory } = this.#model;
    if (this.#directoryVersion === directory.version) {
      return;
    }
    this.#directoryVersion = directory.version;
    for (const { id, namespaces } of directory.all()) {
      const before = this.#namespaces.get(id);
      const same =
        before?.length === namespaces.length &&
        before.every((record, index) => record === namespaces[index]);
      if (!same) {
        this.#namespaces.set(id, namespaces);
        urgent.add(id);
      }
    }
  }

  #followInventory({ urgent }: ChangedWorkspaces): void {
    const { fleet, directory } = this.#model;
    for (const { name: cluster } of fleet.clusters) {
      const unreadable = String(this.#inventory.stateOf(cluster)?.unreadable);
      if (this.#unreadable.get(cluster) !== unreadable) {
        this.#unreadable.set(cluster, unreadable);
        for (const { name } of fleet.tables.namespaces.of(cluster)) {
          this.#inventoryKeys.add(`${cluster}/${name}`);
        }
      }
    }
    for (const key of this.#inventoryKeys) {
      const [cluster, name] = key.split('/');
      const namespace = fleet.tables.namespaces.get(cluster, name);
      const id = namespace && directory.idOf(namespace);
      if (id !== undefined) {
        urgent.add(id);
      }
    }
    this.#inventoryKeys.clear();
  }
}
