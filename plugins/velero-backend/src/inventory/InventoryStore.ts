import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import { Knex } from 'knex';
import {
  LiveCluster,
  LiveNamespace,
  LiveType,
  ReadingCost,
} from './LiveNamespace';

const compress = promisify(gzip);

interface ClusterRow {
  cluster: string;
  read_at: string;
  namespaces: string;
  types: string;
  unreadable: string;
  requests: number;
  /** PostgreSQL gives back text. */
  bytes: number | string;
  milliseconds: number;
}

interface NamespaceRow {
  cluster: string;
  namespace: string;
  digest: string;
  objects: Buffer;
  changed_at: string;
}

/** When a cluster's inventory was read, what could not be, and at what cost. */
export interface InventoryState {
  readonly cluster: string;
  /** Milliseconds since 1970. */
  readonly readAt: number;
  /** Digest of the namespaces that were asked for. */
  readonly namespaces: string;
  readonly types: readonly LiveType[];
  readonly unreadable: readonly string[];
  readonly cost: ReadingCost;
}

/** Names one namespace's inventory, and changes with it. */
export interface NamespaceVersion {
  readonly cluster: string;
  readonly namespace: string;
  readonly digest: string;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

/**
 * Keeps what lives in the clusters: one replica reads, all know, and what was
 * lost with a cluster is still known after it.
 */
export class InventoryStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Replaces a cluster's inventory; writes only the namespaces that changed. */
  async save(
    cluster: string,
    live: LiveCluster,
    namespaces: string,
    now: number,
  ): Promise<void> {
    const at = new Date(now).toISOString();
    const known = await this.#digests(cluster);
    const all = await packAll(live.namespaces);
    await this.#knex.transaction(async transaction => {
      for (const [namespace, packed] of all) {
        if (known.get(namespace) !== packed.digest) {
          await transaction<NamespaceRow>('inventory_namespaces')
            .insert({ cluster, namespace, ...packed, changed_at: at })
            .onConflict(['cluster', 'namespace'])
            .merge();
        }
        known.delete(namespace);
      }
      for (const namespace of known.keys()) {
        await transaction<NamespaceRow>('inventory_namespaces')
          .where({ cluster, namespace })
          .delete();
      }
      await transaction<ClusterRow>('inventory_clusters')
        .insert(toClusterRow(cluster, live, namespaces, at))
        .onConflict('cluster')
        .merge();
    });
  }

  /** Of the clusters that were read again, or for the first time, since `known`. */
  async statesSince(
    known: ReadonlyMap<string, InventoryState>,
  ): Promise<InventoryState[]> {
    const readings = await this.#knex<ClusterRow>('inventory_clusters').select(
      'cluster',
      'read_at',
    );
    const others = readings
      .filter(
        ({ cluster, read_at }) =>
          known.get(cluster)?.readAt !== Date.parse(read_at),
      )
      .map(({ cluster }) => cluster);
    if (others.length === 0) return [];
    const rows = await this.#knex<ClusterRow>('inventory_clusters')
      .select()
      .whereIn('cluster', others);
    return rows.map(toState);
  }

  /** All namespaces whose inventory is kept. */
  async versions(): Promise<NamespaceVersion[]> {
    const rows = await this.#knex<NamespaceRow>('inventory_namespaces').select(
      'cluster',
      'namespace',
      'digest',
      'changed_at',
    );
    return rows.map(({ cluster, namespace, digest, changed_at }) => ({
      cluster,
      namespace,
      digest,
      changedAt: Date.parse(changed_at),
    }));
  }

  async namespace(
    cluster: string,
    namespace: string,
  ): Promise<LiveNamespace | undefined> {
    const row = await this.#knex<NamespaceRow>('inventory_namespaces')
      .first('objects')
      .where({ cluster, namespace });
    return row && JSON.parse(gunzipSync(row.objects).toString('utf8'));
  }

  /** Forgets the clusters that are not configured any more. */
  async keepOnly(clusters: readonly string[]): Promise<void> {
    await this.#knex('inventory_namespaces')
      .whereNotIn('cluster', clusters)
      .delete();
    await this.#knex('inventory_clusters')
      .whereNotIn('cluster', clusters)
      .delete();
  }

  async #digests(cluster: string): Promise<Map<string, string>> {
    const rows = await this.#knex<NamespaceRow>('inventory_namespaces')
      .select('namespace', 'digest')
      .where({ cluster });
    return new Map(rows.map(({ namespace, digest }) => [namespace, digest]));
  }
}

type Packed = Pick<NamespaceRow, 'digest' | 'objects'>;

/** One after the other: others have the thread in between. */
async function packAll(
  namespaces: ReadonlyMap<string, LiveNamespace>,
): Promise<Map<string, Packed>> {
  const packed = new Map<string, Packed>();
  for (const [name, content] of namespaces) {
    packed.set(name, await pack(content));
  }
  return packed;
}

async function pack(content: LiveNamespace): Promise<Packed> {
  const json = JSON.stringify(content);
  return {
    digest: createHash('sha256').update(json).digest('hex'),
    objects: await compress(json),
  };
}

function toClusterRow(
  cluster: string,
  { types, unreadable, cost }: LiveCluster,
  namespaces: string,
  at: string,
): ClusterRow {
  return {
    cluster,
    read_at: at,
    namespaces,
    types: JSON.stringify(types),
    unreadable: JSON.stringify(unreadable),
    ...cost,
  };
}

function toState(row: ClusterRow): InventoryState {
  return {
    cluster: row.cluster,
    readAt: Date.parse(row.read_at),
    namespaces: row.namespaces,
    types: JSON.parse(row.types),
    unreadable: JSON.parse(row.unreadable),
    cost: {
      requests: row.requests,
      bytes: Number(row.bytes),
      milliseconds: row.milliseconds,
    },
  };
}
