import { Turns } from '../courtesy';
import {
  BackupRecord,
  Fleet,
  storageKey,
  StorageLocationRecord,
} from '../fleet';
import { isDeepStrictEqual } from 'node:util';
import { groupPoints, RecoveryPoint } from '../protection';

export interface PointIndexOptions {
  fleet: Fleet;
  /** Names a backup across clusters; undefined while its location is not known. */
  idOf(backup: BackupRecord): string | undefined;
  /** @see ProtectionPolicy.locationTrust */
  locationTrust: number;
  turns: Turns;
}

/** The backups in one place of one bucket, and the points that they are. */
class Storage {
  readonly backups = new Set<BackupRecord>();
  points = new Map<string, RecoveryPoint>();
  isOutdated = true;
  /** Of what its points follow from besides the backups. */
  frame = '';
}

/** Of which storage a backup is, and which of its points. */
interface Place {
  storage: Storage;
  pointId: string;
}

/**
 * All recovery points of the fleet, grouped again only where something
 * changed: 100,000 backups lie in many buckets, and a change is of one.
 */
export class PointIndex {
  readonly #options: PointIndexOptions;
  readonly #storages = new Map<string, Storage>();
  readonly #placeOf = new Map<BackupRecord, Place>();
  /** Nearly all points have one backup, which is kept without an array around it. */
  readonly #backupsOf = new Map<
    string,
    BackupRecord | readonly BackupRecord[]
  >();
  /** Of which storage each location was, by `cluster/name`. */
  #locations = { version: -1, keys: new Map<string, string>() };
  #lastRemoved: { backup: BackupRecord; wasOutdated: boolean } | undefined;

  constructor(options: PointIndexOptions) {
    this.#options = options;
    options.fleet.tables.backups.listen({
      added: backup => this.#add(backup),
      removed: backup => this.#remove(backup),
    });
  }

  /** The point that a backup is; undefined until the next `refresh`. */
  pointOf(backup: BackupRecord): RecoveryPoint | undefined {
    const place = this.#placeOf.get(backup);
    return place?.storage.points.get(place.pointId);
  }

  /** What the clusters show of a point. */
  backupsOf(pointId: string): readonly BackupRecord[] {
    return [this.#backupsOf.get(pointId) ?? []].flat();
  }

  /**
   * Groups again what is outdated, one storage at a time with other work in
   * between.
   *
   * @param everything - also what only time may have changed
   * @returns the ids of the points that are others than before
   */
  async refresh(now: number, everything: boolean): Promise<Set<string>> {
    this.#followLocations();
    const changed = new Set<string>();
    for (const [key, storage] of [...this.#storages]) {
      const frame = this.#frameOf(storage);
      if (everything || storage.isOutdated || storage.frame !== frame) {
        await this.#options.turns.next();
        storage.frame = frame;
        this.#regroup(storage, now, changed);
        if (storage.backups.size === 0) {
          this.#storages.delete(key);
        }
      }
    }
    return changed;
  }

  #regroup(storage: Storage, now: number, changed: Set<string>): void {
    const { fleet, locationTrust } = this.#options;
    const { backupstoragelocations, schedules } = fleet.tables;
    const seen = lastSeen(fleet, now);
    const grouped = groupPoints(
      {
        backups: storage.backups,
        locations: backupstoragelocations,
        schedules,
        idOf: backup => this.#placeOf.get(backup)?.pointId,
        lastSeen: cluster => seen.get(cluster),
      },
      { now, locationTrust },
    );
    const before = storage.points;
    storage.points = new Map(grouped.map(point => [point.id, point]));
    storage.isOutdated = false;
    for (const [id, point] of storage.points) {
      const old = before.get(id);
      if (!old || !isDeepStrictEqual(old, point)) {
        changed.add(id);
      } else {
        storage.points.set(id, old);
      }
      before.delete(id);
    }
    for (const id of before.keys()) {
      changed.add(id);
    }
  }

  /** Which storage a backup lies in depends on them; Velero writes to them each minute. */
  #followLocations(): void {
    const { backupstoragelocations, backups } = this.#options.fleet.tables;
    if (this.#locations.version === backupstoragelocations.version) {
      return;
    }
    const before = this.#locations.keys;
    const keys = new Map(
      [...backupstoragelocations].map(location => [
        `${location.cluster}/${location.name}`,
        storageKey(location),
      ]),
    );
    this.#locations = { version: backupstoragelocations.version, keys };
    const moved = [...keys.keys(), ...before.keys()]
      .filter(name => keys.get(name) !== before.get(name))
      .map(name => name.split('/')[0]);
    for (const cluster of new Set(moved)) {
      [...backups.of(cluster)].forEach(backup => this.#move(backup));
    }
  }

  /** What its points follow from besides backups: locations, schedules, states of clusters. */
  #frameOf({ backups }: Storage): string {
    const { fleet } = this.#options;
    const { backupstoragelocations, schedules } = fleet.tables;
    const [any] = backups;
    const location = any && this.#locationOf(any);
    const key = location && storageKey(location);
    return JSON.stringify(
      [...backupstoragelocations]
        .filter(other => storageKey(other) === key)
        .map(({ cluster, phase, message, accessMode }) => [
          cluster,
          phase,
          message,
          accessMode,
          schedules.versionOf(cluster),
          fleet.source(cluster)?.view().state,
        ]),
    );
  }

  #move(backup: BackupRecord): void {
    this.#remove(backup);
    // Elsewhere it is another point, though the same backup.
    this.#lastRemoved = undefined;
    this.#add(backup);
  }

  #add(backup: BackupRecord): void {
    const location = this.#locationOf(backup);
    const key = location
      ? storageKey(location)
      : `${backup.cluster}/${backup.storageLocation}`;
    let storage = this.#storages.get(key);
    if (!storage) {
      storage = new Storage();
      this.#storages.set(key, storage);
    }
    const pointId = this.#idOf(backup);
    storage.backups.add(backup);
    this.#placeOf.set(backup, { storage, pointId });
    storage.isOutdated = this.#outdatedBy(backup);
    this.#show(pointId, this.backupsOf(pointId).concat(backup));
  }

  #remove(backup: BackupRecord): void {
    const place = this.#placeOf.get(backup);
    this.#lastRemoved = {
      backup,
      wasOutdated: place?.storage.isOutdated ?? true,
    };
    if (place) {
      this.#placeOf.delete(backup);
      place.storage.backups.delete(backup);
      place.storage.isOutdated = true;
      this.#show(
        place.pointId,
        this.backupsOf(place.pointId).filter(other => other !== backup),
      );
    }
  }

  #show(pointId: string, backups: readonly BackupRecord[]): void {
    if (backups.length) {
      this.#backupsOf.set(pointId, backups.length > 1 ? backups : backups[0]);
    } else {
      this.#backupsOf.delete(pointId);
    }
  }

  /**
   * While Velero makes a backup it counts the items in its status every few
   * seconds: that is another record, and the same point.
   */
  #outdatedBy(backup: BackupRecord): boolean {
    const last = this.#lastRemoved;
    this.#lastRemoved = undefined;
    return last && isSamePoint(last.backup, backup) ? last.wasOutdated : true;
  }

  #idOf(backup: BackupRecord): string {
    return (
      this.#options.idOf(backup) ??
      `${backup.cluster}/${backup.name}/${backup.uid}`
    );
  }

  #locationOf(backup: BackupRecord): StorageLocationRecord | undefined {
    return this.#options.fleet.tables.backupstoragelocations.get(
      backup.cluster,
      backup.storageLocation ?? '',
    );
  }
}

/** By cluster; each of its points asks. */
function lastSeen(fleet: Fleet, now: number): Map<string, number | undefined> {
  return new Map(
    fleet.sources.map(cluster => {
      const { state, asOf } = cluster.view();
      return [cluster.name, state === 'live' ? now : asOf];
    }),
  );
}

const OF_THE_POINT = [
  'cluster',
  'name',
  'uid',
  'storageLocation',
  'phase',
  'schedule',
  'startedAt',
  'completedAt',
  'expiresAt',
  'errors',
  'deleting',
  'spec',
] as const;

function isSamePoint(a: BackupRecord, b: BackupRecord): boolean {
  return OF_THE_POINT.every(field => a[field] === b[field]);
}
