import { storageKey, StorageLocationRecord, Table } from '../../fleet';

/**
 * Which clusters' backups end up in the same place of the same bucket. Velero
 * writes to each location every minute, when it has looked at it; where it
 * lies hardly ever changes.
 */
export class Storages {
  readonly #locations: Table<StorageLocationRecord>;
  #seen = -1;
  #told = '';
  #version = 0;

  constructor(locations: Table<StorageLocationRecord>) {
    this.#locations = locations;
  }

  /** Rises when a location comes, goes or lies elsewhere. */
  get version(): number {
    if (this.#seen !== this.#locations.version) {
      this.#seen = this.#locations.version;
      const told = this.#tell();
      if (told !== this.#told) {
        this.#told = told;
        this.#version++;
      }
    }
    return this.#version;
  }

  /** The cluster itself, and those that write where one of its locations lies. */
  sharingClusters(cluster: string, location: string | undefined): string[] {
    const own = [...this.#locations.of(cluster)].find(({ name, isDefault }) =>
      location ? name === location : isDefault,
    );
    const key = own && storageKey(own);
    const sharing = [...this.#locations]
      .filter(other => storageKey(other) === key)
      .map(other => other.cluster);
    return [...new Set([cluster, ...sharing])];
  }

  #tell(): string {
    const locations = [...this.#locations].map(location => [
      location.cluster,
      location.name,
      location.isDefault,
      storageKey(location),
    ]);
    return locations.map(String).sort().join('\n');
  }
}
