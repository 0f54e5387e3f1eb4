import { DeleteRequestRecord, Fleet, RestoreRecord } from '../../fleet';
import { Sighting, Sightings } from '../outOfBand';

export interface FleetSightingsOptions {
  fleet: Fleet;
  /** Ids of the workspaces a restore may touch. */
  workspacesOfRestore: (restore: RestoreRecord) => Iterable<string>;
  /** Ids of the workspaces a backup may hold. */
  workspacesOfBackup: (cluster: string, backup: string) => Iterable<string>;
}

interface ManagedObject {
  metadata: {
    uid: string;
    managedFields?: Array<{
      manager?: string;
      operation?: string;
      time?: string;
      subresource?: string;
    }>;
  };
}

/** What the fleet sees of restores and of deletions of backups. */
export class FleetSightings implements Sightings {
  constructor(private readonly options: FleetSightingsOptions) {}

  clusters(): string[] {
    return this.options.fleet.clusters
      .filter(cluster => cluster.view().state === 'live')
      .map(({ name }) => name);
  }

  versionOf(cluster: string): string {
    const { restores, deletebackuprequests } = this.options.fleet.tables;
    return `${restores.versionOf(cluster)}/${deletebackuprequests.versionOf(
      cluster,
    )}`;
  }

  of(cluster: string): Sighting[] {
    const { restores, deletebackuprequests } = this.options.fleet.tables;
    return [
      ...Array.from(restores.of(cluster), record => this.#restore(record)),
      ...Array.from(deletebackuprequests.of(cluster))
        .filter(record => !this.#isGarbageCollection(record))
        .map(record => this.#deletion(record)),
    ];
  }

  /** Field managers are stripped on arrival, so they are asked for when they matter. */
  async makers(cluster: string): Promise<ReadonlyMap<string, string>> {
    const { fleet } = this.options;
    const client = fleet.client(cluster)!;
    const { veleroNamespace } = fleet.cluster(cluster)!;
    const lists = await Promise.all(
      ['restores', 'deletebackuprequests'].map(plural =>
        client.json<{ items: ManagedObject[] }>({
          path: `/apis/velero.io/v1/namespaces/${veleroNamespace}/${plural}`,
        }),
      ),
    );
    return new Map(
      lists
        .flatMap(({ items }) => items)
        .flatMap(({ metadata }) => {
          const maker = makerOf(metadata.managedFields ?? []);
          return maker ? [[metadata.uid, maker] as const] : [];
        }),
    );
  }

  #restore(record: RestoreRecord): Sighting {
    return {
      ...placeOf(record),
      kind: 'Restore',
      backup: record.backup,
      workspaces: [...this.options.workspacesOfRestore(record)].sort(),
    };
  }

  #deletion(record: DeleteRequestRecord): Sighting {
    const { cluster, backup } = record;
    return {
      ...placeOf(record),
      kind: 'DeleteBackupRequest',
      backup,
      workspaces: [
        ...this.options.workspacesOfBackup(cluster, backup ?? ''),
      ].sort(),
    };
  }

  /** Velero deletes expired backups by such requests, too (gc_controller.go). */
  #isGarbageCollection({
    cluster,
    backup,
    createdAt,
  }: DeleteRequestRecord): boolean {
    const expiresAt = this.options.fleet.tables.backups.get(
      cluster,
      backup ?? '',
    )?.expiresAt;
    return expiresAt !== undefined && expiresAt <= createdAt;
  }
}

function placeOf({
  cluster,
  name,
  uid,
  createdAt,
}: RestoreRecord | DeleteRequestRecord) {
  return { cluster, name, uid, createdAt: new Date(createdAt).toISOString() };
}

/** The manager of the oldest entry: whoever wrote first, made it. */
function makerOf(
  managed: NonNullable<ManagedObject['metadata']['managedFields']>,
): string | undefined {
  const [first] = managed
    .filter(({ subresource }) => !subresource)
    .sort((a, b) => ((a.time ?? '') < (b.time ?? '') ? -1 : 1));
  return first?.manager;
}
