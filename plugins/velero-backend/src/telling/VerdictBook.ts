import { Verdict } from '@appgear/backstage-plugin-velero-common';
import { Knex } from 'knex';
import { Wording } from '../wording';
import { composeMessages, isWorthTelling, Message } from './composeMessages';
import { causeKey, Finding, parseCause, VerdictChange } from './VerdictChange';

interface VerdictRow {
  workspace: string;
  verdict: Verdict;
  cause: string | null;
  since: string;
  /** SQLite gives back 0 and 1. */
  told: boolean | number;
  candidate: Verdict | null;
  candidate_since: string | null;
}

interface HistoryRow {
  workspace: string;
  tenant: string | null;
  at: string;
  verdict: Verdict | null;
  reasons: string;
}

interface MessageRow {
  id: number;
  scope: string;
  content: string;
  created_at: string;
  sent_at: string | null;
}

/** A verdict as of a moment; undefined: the workspace is gone. */
export interface HistoryEntry {
  workspace: string;
  tenant: string | undefined;
  /** Milliseconds since 1970. */
  at: number;
  verdict: Verdict | undefined;
}

/** A message that waits to be sent. */
export interface WaitingMessage {
  id: number;
  message: Message;
}

/** How all workspaces are found to stand. */
export interface Findings {
  findings: readonly Finding[];
  /** Every cluster was heard of, so that a workspace that is not found is gone. */
  isWhole: boolean;
}

const REASONS_KEPT = 10;

/**
 * Writes down the verdicts on workspaces. A change counts when it has lasted
 * for a while, so that a cluster's hiccup is neither told nor held against
 * anybody; it counts from when it began.
 */
export class VerdictBook {
  readonly #knex: Knex;
  readonly #settleFor: number;
  readonly #wording: Wording;

  /**
   * @param settleFor - milliseconds
   * @param wording - of the messages
   */
  constructor(knex: Knex, settleFor: number, wording: Wording) {
    this.#knex = knex;
    this.#settleFor = settleFor;
    this.#wording = wording;
  }

  /**
   * Takes in how all workspaces stand now; messages about what changed for
   * good are ready to be sent with it. One replica at a time.
   */
  async note({ findings, isWhole }: Findings, now: number): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const rows = await transaction<VerdictRow>('verdicts').select();
      const known = new Map(rows.map(row => [row.workspace, row]));
      const changes: VerdictChange[] = [];
      for (const finding of findings) {
        const row = known.get(finding.workspace);
        known.delete(finding.workspace);
        const change = row
          ? await this.#follow(transaction, row, finding, now)
          : await this.#open(transaction, finding, now);
        if (change) {
          changes.push(change);
        }
      }
      if (isWhole) {
        for (const row of known.values()) {
          await this.#close(transaction, row, now);
        }
      }
      for (const message of composeMessages(changes, this.#wording)) {
        await transaction<MessageRow>('verdict_messages').insert({
          scope: message.scope,
          content: JSON.stringify(message),
          created_at: toIso(now),
        });
      }
    });
  }

  /** Messages that wait, the oldest first. */
  async waiting(): Promise<WaitingMessage[]> {
    const rows = await this.#knex<MessageRow>('verdict_messages')
      .whereNull('sent_at')
      .orderBy('id')
      .limit(100);
    return rows.map(({ id, content }) => ({
      id,
      message: JSON.parse(content),
    }));
  }

  async sent(id: number, now: number): Promise<void> {
    await this.#knex<MessageRow>('verdict_messages')
      .where({ id })
      .update({ sent_at: toIso(now) });
  }

  /** Forgets messages that were sent, or that nobody took, for so long. */
  async forgetMessages(before: number): Promise<void> {
    await this.#knex<MessageRow>('verdict_messages')
      .where('created_at', '<', toIso(before))
      .delete();
  }

  /** All changes up to a moment, in order; the last before `from` as well. */
  async history(from: number, to: number): Promise<HistoryEntry[]> {
    const before = this.#knex<HistoryRow>('verdict_history')
      .max('position')
      .where('at', '<', toIso(from))
      .groupBy('workspace');
    const rows = await this.#knex<HistoryRow>('verdict_history')
      .where(span =>
        span
          .where('at', '>=', toIso(from))
          .andWhere('at', '<=', toIso(to))
          .orWhereIn('position', before),
      )
      .orderBy('position');
    return rows.map(({ workspace, tenant, at, verdict }) => ({
      workspace,
      tenant: tenant ?? undefined,
      at: Date.parse(at),
      verdict: verdict ?? undefined,
    }));
  }

  async #open(
    transaction: Knex.Transaction,
    finding: Finding,
    now: number,
  ): Promise<undefined> {
    const { workspace, verdict, cause } = finding;
    await transaction<VerdictRow>('verdicts').insert({
      workspace,
      verdict,
      cause: cause ? causeKey(cause) : null,
      since: toIso(now),
      told: false,
    });
    await writeHistory(transaction, finding, now);
  }

  async #follow(
    transaction: Knex.Transaction,
    row: VerdictRow,
    finding: Finding,
    now: number,
  ): Promise<VerdictChange | undefined> {
    const { workspace, verdict, cause } = finding;
    const update = (change: Partial<VerdictRow>) =>
      transaction<VerdictRow>('verdicts').where({ workspace }).update(change);
    if (verdict === row.verdict) {
      if (row.candidate) {
        await update({ candidate: null, candidate_since: null });
      }
      return undefined;
    }
    if (row.candidate !== verdict || !row.candidate_since) {
      await update({ candidate: verdict, candidate_since: toIso(now) });
      return undefined;
    }
    const at = Date.parse(row.candidate_since);
    if (now - at < this.#settleFor) {
      return undefined;
    }
    const change: VerdictChange = {
      ...finding,
      from: row.verdict,
      fromCause: parseCause(row.cause),
      wasTold: Boolean(row.told),
      at,
    };
    const told =
      verdict !== 'protected' && (change.wasTold || isWorthTelling(change));
    await update({
      verdict,
      told,
      cause: cause ? causeKey(cause) : null,
      since: row.candidate_since,
      candidate: null,
      candidate_since: null,
    });
    await writeHistory(transaction, finding, at);
    return change;
  }

  async #close(
    transaction: Knex.Transaction,
    { workspace }: VerdictRow,
    now: number,
  ): Promise<void> {
    await transaction<VerdictRow>('verdicts').where({ workspace }).delete();
    await transaction<HistoryRow>('verdict_history').insert({
      workspace,
      tenant: null,
      at: toIso(now),
      verdict: null,
      reasons: '[]',
    });
  }
}

async function writeHistory(
  transaction: Knex.Transaction,
  { workspace, tenant, verdict, reasons }: Finding,
  at: number,
): Promise<void> {
  await transaction<HistoryRow>('verdict_history').insert({
    workspace,
    tenant: tenant ?? null,
    at: toIso(at),
    verdict,
    reasons: JSON.stringify(reasons.slice(0, REASONS_KEPT)),
  });
}

function toIso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
