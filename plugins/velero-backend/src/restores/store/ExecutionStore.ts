import { RestoreOutcomeSummary } from '@appgear/backstage-plugin-velero-common';
import { Knex } from 'knex';
import { GateClock } from './clock';

/** Where the worker is with a request. Times are ISO 8601 in UTC. */
export interface Execution {
  requestId: string;
  restoreName?: string;
  /** Set once the Restore was seen in the cluster: from then on none is made again. */
  restoreUid?: string;
  phase?: string;
  progress?: { itemsRestored?: number; totalItems?: number };
  /** When phase or progress last moved. */
  progressedAt?: string;
  /** Reported as stuck since then. */
  stuckSince?: string;
  outcome?: RestoreOutcomeSummary;
}

interface ExecutionRow {
  request_id: string;
  lease_holder: string | null;
  lease_until: string | null;
  restore_name: string | null;
  restore_uid: string | null;
  phase: string | null;
  progress: string | null;
  progressed_at: string | null;
  stuck_since: string | null;
  outcome: string | null;
}

const TABLE = 'restore_executions';

/**
 * Which replica works on which request. A lease is a courtesy, not a lock: a
 * replica that sleeps through its own lease may still act, and what it does is
 * harmless by other means (compare-and-swap, the Restore's fixed name).
 */
export class ExecutionStore {
  constructor(
    private readonly database: Knex,
    private readonly clock: GateClock,
  ) {}

  /**
   * Takes requests that are to be worked on: approved ones whose time has
   * come, and executing ones that nobody works on any more.
   */
  async claim(
    holder: string,
    leaseMs: number,
    limit: number,
  ): Promise<string[]> {
    const now = await this.clock.now(this.database);
    const time = now.toISOString();
    const due = await this.database('restore_requests as r')
      .leftJoin(`${TABLE} as e`, 'e.request_id', 'r.id')
      .where(query =>
        query
          .where('r.state', 'executing')
          .orWhere(approved =>
            approved
              .where('r.state', 'approved')
              .where(time_ =>
                time_
                  .whereNull('r.not_before')
                  .orWhere('r.not_before', '<=', time),
              ),
          ),
      )
      .where(query =>
        query
          .whereNull('e.lease_until')
          .orWhere('e.lease_until', '<', time)
          .orWhere('e.lease_holder', holder),
      )
      .orderBy('r.approved_at')
      .limit(limit)
      .select<Array<{ id: string }>>('r.id');
    const claimed: string[] = [];
    for (const { id } of due) {
      if (await this.#lease(id, holder, leaseMs)) claimed.push(id);
    }
    return claimed;
  }

  /** Keeps a lease; false when another replica has it by now. */
  async renew(
    requestId: string,
    holder: string,
    leaseMs: number,
  ): Promise<boolean> {
    return this.#lease(requestId, holder, leaseMs);
  }

  async release(requestId: string, holder: string): Promise<void> {
    await this.database<ExecutionRow>(TABLE)
      .where({ request_id: requestId, lease_holder: holder })
      .update({ lease_until: null, lease_holder: null });
  }

  async get(requestId: string): Promise<Execution | undefined> {
    const row = await this.database<ExecutionRow>(TABLE)
      .where({ request_id: requestId })
      .first();
    return row && toExecution(row);
  }

  /** Writes what is known by now; what is not given stays. */
  async update(
    requestId: string,
    known: Omit<Partial<Execution>, 'requestId'>,
    database: Knex = this.database,
  ): Promise<void> {
    const { progress, outcome, ...columns } = known;
    const row: Partial<ExecutionRow> = {};
    if ('restoreName' in columns) row.restore_name = columns.restoreName;
    if ('restoreUid' in columns) row.restore_uid = columns.restoreUid;
    if ('phase' in columns) row.phase = columns.phase;
    if ('progressedAt' in columns) row.progressed_at = columns.progressedAt;
    if ('stuckSince' in columns) row.stuck_since = columns.stuckSince ?? null;
    if (progress) row.progress = JSON.stringify(progress);
    if (outcome) row.outcome = JSON.stringify(outcome);
    await database<ExecutionRow>(TABLE)
      .insert({ request_id: requestId, ...row })
      .onConflict('request_id')
      .merge(row);
  }

  /**
   * Holds the target namespaces for one execution.
   *
   * @returns the request that holds one of them already, if one does
   */
  static async holdTargets(
    transaction: Knex.Transaction,
    requestId: string,
    cluster: string,
    namespaces: readonly string[],
  ): Promise<string | undefined> {
    for (const namespace of [...namespaces].sort()) {
      await transaction('restore_targets')
        .insert({ cluster, namespace, request_id: requestId })
        .onConflict(['cluster', 'namespace'])
        .ignore();
    }
    const other = await transaction('restore_targets')
      .where({ cluster })
      .whereIn('namespace', [...namespaces])
      .whereNot({ request_id: requestId })
      .first('request_id');
    return other?.request_id;
  }

  static async freeTargets(
    transaction: Knex.Transaction,
    requestId: string,
  ): Promise<void> {
    await transaction('restore_targets')
      .where({ request_id: requestId })
      .delete();
  }

  async #lease(
    requestId: string,
    holder: string,
    leaseMs: number,
  ): Promise<boolean> {
    const now = await this.clock.now(this.database);
    const lease = {
      lease_holder: holder,
      lease_until: new Date(now.getTime() + leaseMs).toISOString(),
    };
    await this.database<ExecutionRow>(TABLE)
      .insert({ request_id: requestId })
      .onConflict('request_id')
      .ignore();
    const taken = await this.database<ExecutionRow>(TABLE)
      .where({ request_id: requestId })
      .where(query =>
        query
          .whereNull('lease_until')
          .orWhere('lease_until', '<', now.toISOString())
          .orWhere('lease_holder', holder),
      )
      .update(lease);
    return taken === 1;
  }
}

function toExecution(row: ExecutionRow): Execution {
  return {
    requestId: row.request_id,
    restoreName: row.restore_name ?? undefined,
    restoreUid: row.restore_uid ?? undefined,
    phase: row.phase ?? undefined,
    progress: row.progress === null ? undefined : JSON.parse(row.progress),
    progressedAt: row.progressed_at ?? undefined,
    stuckSince: row.stuck_since ?? undefined,
    outcome: row.outcome === null ? undefined : JSON.parse(row.outcome),
  };
}
