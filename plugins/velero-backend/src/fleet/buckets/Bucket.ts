import { isDeepStrictEqual } from 'node:util';
import { BucketConfig } from '../../config';
import {
  BackupRecord,
  NamespaceRecord,
  storageKey,
  StorageLocationRecord,
  takenAt,
} from '../records';
import { FleetTables } from '../index/tables';
import { BucketReader } from './BucketReader';

/**
 * What the fleet shows of one bucket that the portal reads by itself: the
 * location always, and of its backups those that no cluster shows. What a
 * cluster shows is the cluster's to tell.
 */
export class Bucket {
  readonly kind = 'bucket';
  readonly name: string;
  readonly title: string;
  readonly bucket: string;
  readonly prefix: string | undefined;
  readonly #reader: BucketReader;
  readonly #key: string;
  readonly #tables: FleetTables;
  #location = '';
  #seen = '';

  constructor(config: BucketConfig, reader: BucketReader, tables: FleetTables) {
    const { name, title = name, bucket, prefix } = config;
    this.name = name;
    this.title = title;
    this.bucket = bucket;
    this.prefix = prefix;
    this.#reader = reader;
    this.#key = storageKey(reader.location());
    this.#tables = tables;
  }

  view() {
    return this.#reader.view();
  }

  /** How many backups lie in it, whoever else shows them. */
  get backupCount(): number {
    return [...this.#reader.backups()].length;
  }

  /** Whether a location is on the place that is read. */
  holds(location: StorageLocationRecord): boolean {
    return storageKey(location) === this.#key;
  }

  /**
   * Brings the tables up to date.
   *
   * @param clustersAnswered - each had its chance: what a cluster shows in a
   *   moment would else come and go
   * @returns whether anything changed
   */
  show(clustersAnswered: boolean): boolean {
    const { backupstoragelocations } = this.#tables;
    const location = this.#reader.location();
    const text = JSON.stringify(location);
    const isMoved = text !== this.#location;
    if (isMoved) {
      this.#location = text;
      backupstoragelocations.put(location);
    }
    return (clustersAnswered && this.#showBackups()) || isMoved;
  }

  /** Namespaces that only backups of this bucket tell of. @returns whether they are others than before */
  showNamespaces(namespaces: NamespaceRecord[]): boolean {
    const { namespaces: table } = this.#tables;
    if (isDeepStrictEqual([...table.of(this.name)], namespaces)) {
      return false;
    }
    table.replace(this.name, namespaces);
    return true;
  }

  #showBackups(): boolean {
    const { backups, backupstoragelocations } = this.#tables;
    const others = [...backupstoragelocations].filter(
      other => !other.isPortals && this.holds(other),
    );
    const seen = JSON.stringify([
      this.#reader.version,
      others.map(({ cluster, name }) => [
        cluster,
        name,
        backups.versionOf(cluster),
      ]),
    ]);
    if (seen === this.#seen) {
      return false;
    }
    this.#seen = seen;
    const isShown = (backup: BackupRecord) =>
      others.some(({ cluster, name }) => {
        const shown = backups.get(cluster, backup.name);
        return (
          shown?.storageLocation === name && takenAt(shown) === takenAt(backup)
        );
      });
    const orphans = new Map(
      [...this.#reader.backups()]
        .filter(backup => !isShown(backup))
        .map(backup => [backup.name, backup]),
    );
    const before = [...backups.of(this.name)];
    const gone = before.filter(({ name }) => !orphans.has(name));
    const fresh = [...orphans.values()].filter(
      backup => backups.get(this.name, backup.name) !== backup,
    );
    gone.forEach(({ name }) => backups.remove(this.name, name));
    fresh.forEach(backup => backups.put(backup));
    return gone.length + fresh.length > 0;
  }
}
