import {
  AuditEvent,
  AuditEventType,
} from '@appgear/backstage-plugin-velero-common';
import { Knex } from 'knex';
import { canonicalJson } from '../freeze';
import { ChainHead, EMPTY_CHAIN, link, NewAuditEvent } from './chain';

/** Which events to read; what is not given does not narrow. */
export interface AuditFilter {
  /** ISO 8601 in UTC, inclusive. */
  since?: string;
  /** ISO 8601 in UTC, exclusive. */
  until?: string;
  workspace?: string;
  person?: string;
  request?: string;
}

/** Events by number, both ends included. */
export interface Stretch {
  from: number;
  to: number;
}

/** A row, as it is kept. */
export interface AuditRow {
  seq: number;
  at: string;
  type: string;
  actor: string;
  request_id: string | null;
  workspaces: string;
  event: string;
}

const TABLE = 'restore_audit';
/** SQLite takes 500 rows in one statement at most. */
const BATCH = 100;
/** Any number will do, as long as no other user of the database has it. */
const LOCK = 7_236_918_402;

/**
 * The audit trail in the database. Inserts and selects are all it does; the
 * database user needs no other right on the table, and the migration's
 * triggers refuse the others.
 */
export class AuditTrail {
  constructor(private readonly database: Knex) {}

  /**
   * Adds events at the end of the chain. Do it last in a transaction: from
   * here to its end all other writers of the trail wait.
   */
  async append(
    transaction: Knex.Transaction,
    events: readonly NewAuditEvent[],
  ): Promise<AuditEvent[]> {
    if (events.length === 0) return [];
    await lockChain(transaction);
    let head = await headOf(transaction);
    const linked = events.map(event => {
      const next = link(head, event);
      head = { seq: next.seq, hash: next.hash };
      return next;
    });
    await transaction.batchInsert(TABLE, linked.map(toRow), BATCH);
    return linked;
  }

  /** Makes other writers wait already, for those who read before they write. */
  lock(transaction: Knex.Transaction): Promise<void> {
    return lockChain(transaction);
  }

  /** The newest event of a type. */
  async lastOf(
    database: Knex,
    type: AuditEventType,
  ): Promise<AuditEvent | undefined> {
    const row = await database<AuditRow>(TABLE)
      .where({ type })
      .orderBy('seq', 'desc')
      .first();
    return row && toEvent(row);
  }

  head(): Promise<ChainHead> {
    return headOf(this.database);
  }

  /**
   * The stretch of the chain that holds all events of a time. Whole, without
   * gaps: two transactions may write in another order than they looked at the
   * clock, so an event at the edge can be a moment older or younger.
   */
  async stretch({ since, until }: AuditFilter): Promise<Stretch> {
    const [first] = await this.#select({ since })
      .clearSelect()
      .min<Array<{ seq: number | null }>>({ seq: 'seq' });
    const [last] = await this.#select({ until })
      .clearSelect()
      .max<Array<{ seq: number | null }>>({ seq: 'seq' });
    return first.seq === null || last.seq === null
      ? { from: 1, to: 0 }
      : { from: first.seq, to: last.seq };
  }

  /** One page of a stretch, in the order of the chain. */
  async page(
    { from, to }: Stretch,
    filter: Omit<AuditFilter, 'since' | 'until'>,
    limit: number,
  ): Promise<AuditEvent[]> {
    const rows = await this.#select(filter)
      .whereBetween('seq', [from, to])
      .orderBy('seq')
      .limit(limit);
    return rows.map(toEvent);
  }

  /** One page, newest first, and how many there are in all. */
  async newest(
    filter: AuditFilter,
    offset: number,
    limit: number,
  ): Promise<{ events: AuditEvent[]; total: number }> {
    const rows = await this.#select(filter)
      .orderBy('seq', 'desc')
      .offset(offset)
      .limit(limit);
    const [{ count }] = await this.#select(filter)
      .clearSelect()
      .count<Array<{ count: string | number }>>({ count: 'seq' });
    return { events: rows.map(toEvent), total: Number(count) };
  }

  /** Rows as they are kept, for those who check them. */
  async rows(after: number, limit: number): Promise<AuditRow[]> {
    return this.database<AuditRow>(TABLE)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(limit)
      .select();
  }

  #select(filter: AuditFilter) {
    const query = this.database<AuditRow>(TABLE).select();
    if (filter.since) query.where('at', '>=', filter.since);
    if (filter.until) query.where('at', '<', filter.until);
    if (filter.person) query.where('actor', filter.person);
    if (filter.request) query.where('request_id', filter.request);
    if (filter.workspace) {
      const pattern = filter.workspace.replace(/[\\%_]/g, '\\$&');
      query.whereRaw("workspaces like ? escape '\\'", [`%,${pattern},%`]);
    }
    return query;
  }
}

/**
 * One writer at a time, until the end of the transaction. Not by locking the
 * table or a row: that would need the right to update it. SQLite has one
 * writer anyhow.
 */
async function lockChain(transaction: Knex.Transaction): Promise<void> {
  if (transaction.client.config.client === 'pg') {
    await transaction.raw('select pg_advisory_xact_lock(?)', [LOCK]);
  }
}

async function headOf(database: Knex): Promise<ChainHead> {
  const row = await database<AuditRow>(TABLE)
    .orderBy('seq', 'desc')
    .first('event');
  if (!row) return EMPTY_CHAIN;
  const { seq, hash } = JSON.parse(row.event) as AuditEvent;
  return { seq, hash };
}

/** The row that an event is kept in; its columns repeat the event for queries. */
export function toRow(event: AuditEvent): AuditRow {
  return {
    seq: event.seq,
    at: event.at,
    type: event.type,
    actor: event.actor.ref,
    request_id: event.request ?? null,
    workspaces: `,${event.workspaces.join(',')},`,
    event: canonicalJson(event),
  };
}

function toEvent(row: AuditRow): AuditEvent {
  return JSON.parse(row.event);
}
