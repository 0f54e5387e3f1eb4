import { OutOfBandObject } from '@appgear/backstage-plugin-velero-common';
import { Knex } from 'knex';

interface OutOfBandRow {
  cluster: string;
  uid: string;
  kind: OutOfBandObject['kind'];
  name: string;
  backup: string | null;
  made_by: string | null;
  created_at: string;
  workspaces: string;
  told_at: string | null;
  telling_until: string | null;
}

const TABLE = 'restore_out_of_band';
/** As many as anybody looks through. */
const MOST = 1000;
const AT_ONCE = 20;
/** What is older was there before anybody watched. */
const NEWS_FOR_MS = 24 * 3_600_000;

/** What was made without the gate, once seen, is never forgotten. */
export class OutOfBandStore {
  constructor(private readonly database: Knex) {}

  /** Uids of the Restores that the gate made on a cluster, and names of those it is about to make. */
  async ours(
    cluster: string,
  ): Promise<{ uids: Set<string>; names: Set<string> }> {
    const rows = await this.database('restore_executions as e')
      .join('restore_requests as r', 'r.id', 'e.request_id')
      .where('r.cluster', cluster)
      .whereNotNull('e.restore_name')
      .select<
        Array<{
          restore_name: string;
          restore_uid: string | null;
          state: string;
        }>
      >('e.restore_name', 'e.restore_uid', 'r.state');
    return {
      uids: new Set(rows.flatMap(row => row.restore_uid ?? [])),
      names: new Set(
        rows
          .filter(row => row.restore_uid === null && row.state === 'executing')
          .map(row => row.restore_name),
      ),
    };
  }

  async known(cluster: string): Promise<Set<string>> {
    const rows = await this.database<OutOfBandRow>(TABLE)
      .where({ cluster })
      .select('uid');
    return new Set(rows.map(({ uid }) => uid));
  }

  /** @returns false when another replica was first */
  async add(
    transaction: Knex.Transaction,
    found: OutOfBandObject,
    now: Date,
  ): Promise<boolean> {
    const known = await transaction<OutOfBandRow>(TABLE)
      .where({ cluster: found.cluster, uid: found.uid })
      .first('uid');
    if (known) return false;
    await transaction<OutOfBandRow>(TABLE).insert({
      cluster: found.cluster,
      uid: found.uid,
      kind: found.kind,
      name: found.name,
      backup: found.backup ?? null,
      made_by: found.madeBy ?? null,
      created_at: found.createdAt,
      workspaces: JSON.stringify(found.workspaces),
      told_at: isNews(found, now) ? null : now.toISOString(),
    });
    return true;
  }

  /** Takes what nobody was told of yet; no other replica gets it until then. */
  async claimUntold(now: Date, until: Date): Promise<OutOfBandObject[]> {
    const rows = await this.database<OutOfBandRow>(TABLE)
      .whereNull('told_at')
      .where(free => isFree(free, now))
      .limit(AT_ONCE)
      .select();
    const claimed: OutOfBandObject[] = [];
    for (const row of rows) {
      const changed = await this.database<OutOfBandRow>(TABLE)
        .where({ cluster: row.cluster, uid: row.uid })
        .whereNull('told_at')
        .where(free => isFree(free, now))
        .update({ telling_until: until.toISOString() });
      if (changed === 1) claimed.push(toObject(row));
    }
    return claimed;
  }

  async told({ cluster, uid }: OutOfBandObject, now: Date): Promise<void> {
    await this.database<OutOfBandRow>(TABLE)
      .where({ cluster, uid })
      .update({ told_at: now.toISOString() });
  }

  /** Newest first. */
  async newest(cluster: string | undefined): Promise<OutOfBandObject[]> {
    const query = this.database<OutOfBandRow>(TABLE)
      .orderBy('created_at', 'desc')
      .limit(MOST);
    if (cluster) query.where({ cluster });
    const rows = await query.select();
    return rows.map(toObject);
  }
}

function isNews({ createdAt }: OutOfBandObject, now: Date): boolean {
  return now.getTime() - Date.parse(createdAt) < NEWS_FOR_MS;
}

function isFree(query: Knex.QueryBuilder, now: Date) {
  return query
    .whereNull('telling_until')
    .orWhere('telling_until', '<', now.toISOString());
}

function toObject(row: OutOfBandRow): OutOfBandObject {
  return {
    kind: row.kind,
    cluster: row.cluster,
    name: row.name,
    uid: row.uid,
    backup: row.backup ?? undefined,
    madeBy: row.made_by ?? undefined,
    createdAt: row.created_at,
    workspaces: JSON.parse(row.workspaces),
  };
}
