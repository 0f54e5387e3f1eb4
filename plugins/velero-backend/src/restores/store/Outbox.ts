import { Knex } from 'knex';
import { GateClock } from './clock';
import { Message } from './messages';

interface OutboxRow {
  id: number;
  request_id: string;
  kind: Message['kind'];
  payload: string;
  due_at: string;
  attempts: number;
  claimed_until: string | null;
  done_at: string | null;
}

/** A message in the hands of the one who sends it. */
export interface ClaimedMessage extends Message {
  id: number;
  requestId: string;
  attempts: number;
}

const TABLE = 'restore_outbox';
const CLAIM_MS = 60_000;
const FIRST_RETRY_MS = 10_000;
const LONGEST_RETRY_MS = 3_600_000;

/**
 * Messages that were decided on in the transaction that gave cause, and are
 * sent afterwards by whichever replica comes first. A replica that dies while
 * sending leaves the message to the next: told twice at worst, never not.
 */
export class Outbox {
  constructor(
    private readonly database: Knex,
    private readonly clock: GateClock,
  ) {}

  static async put(
    transaction: Knex.Transaction,
    requestId: string,
    messages: readonly Message[],
  ): Promise<void> {
    if (messages.length === 0) return;
    await transaction<OutboxRow>(TABLE).insert(
      messages.map(({ kind, dueAt, ...payload }) => ({
        request_id: requestId,
        kind,
        payload: JSON.stringify(payload),
        due_at: dueAt,
        attempts: 0,
      })),
    );
  }

  /** Takes messages that are due; nobody else gets them for a minute. */
  async claim(limit: number): Promise<ClaimedMessage[]> {
    const now = await this.clock.now(this.database);
    const due = await this.database<OutboxRow>(TABLE)
      .whereNull('done_at')
      .where('due_at', '<=', now.toISOString())
      .where(query =>
        query
          .whereNull('claimed_until')
          .orWhere('claimed_until', '<', now.toISOString()),
      )
      .orderBy('id')
      .limit(limit)
      .select();
    const claimed: ClaimedMessage[] = [];
    for (const row of due) {
      if (await this.#claimRow(row, now)) claimed.push(toMessage(row));
    }
    return claimed;
  }

  async done(id: number): Promise<void> {
    const now = await this.clock.now(this.database);
    await this.database<OutboxRow>(TABLE)
      .where({ id })
      .update({ done_at: now.toISOString() });
  }

  /** Puts a message back for later, each time a while longer. */
  async failed({ id, attempts }: ClaimedMessage): Promise<void> {
    const now = await this.clock.now(this.database);
    const wait = Math.min(FIRST_RETRY_MS * 2 ** attempts, LONGEST_RETRY_MS);
    await this.database<OutboxRow>(TABLE)
      .where({ id })
      .update({
        attempts: attempts + 1,
        due_at: new Date(now.getTime() + wait).toISOString(),
        claimed_until: null,
      });
  }

  async #claimRow(row: OutboxRow, now: Date): Promise<boolean> {
    const query = this.database<OutboxRow>(TABLE)
      .where({ id: row.id })
      .whereNull('done_at')
      .update({
        claimed_until: new Date(now.getTime() + CLAIM_MS).toISOString(),
      });
    const changed =
      row.claimed_until === null
        ? await query.whereNull('claimed_until')
        : await query.where('claimed_until', row.claimed_until);
    return changed === 1;
  }
}

function toMessage(row: OutboxRow): ClaimedMessage {
  return {
    id: row.id,
    requestId: row.request_id,
    kind: row.kind,
    dueAt: row.due_at,
    attempts: row.attempts,
    ...(JSON.parse(row.payload) as Pick<Message, 'recipients' | 'exclude'>),
  };
}
