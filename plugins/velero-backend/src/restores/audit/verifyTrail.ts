import { setImmediate as turn } from 'node:timers/promises';
import { AuditEvent } from '@appgear/backstage-plugin-velero-common';
import { canonicalJson } from '../freeze';
import { AuditRow, AuditTrail, toRow } from './AuditTrail';
import { ChainHead } from './chain';
import { ChainFault, ChainVerifier } from './verifyChain';

/** Few enough that nobody notices how long their hashes take. */
const PAGE = 200;

/** The result of checking a database. */
export type TrailVerdict =
  | { ok: true; events: number; head: ChainHead }
  | ({ ok: false } & ChainFault);

/**
 * Checks the whole trail in the database: every event against its hash and
 * the one before, and every column against the event it was written from.
 * Others have their turn in between.
 *
 * @param known - a head kept elsewhere, such as the last one in the auditor
 * log; without it, events cut off the end cannot be noticed
 */
export async function verifyTrail(
  trail: AuditTrail,
  known?: ChainHead,
): Promise<TrailVerdict> {
  const chain = new ChainVerifier(true);
  let knownSeen = known === undefined || known.seq === 0;
  for (;;) {
    const rows = await trail.rows(chain.head!.seq, PAGE);
    for (const row of rows) {
      const fault = faultIn(row, chain);
      if (fault) return { ok: false, ...fault };
      if (known && row.seq === known.seq) {
        if (chain.head!.hash !== known.hash) {
          return {
            ok: false,
            seq: row.seq,
            problem:
              'the trail is not the one whose head is known: it was written anew',
          };
        }
        knownSeen = true;
      }
    }
    if (rows.length < PAGE) break;
    await turn();
  }
  const head = chain.head!;
  return knownSeen
    ? { ok: true, events: head.seq, head }
    : {
        ok: false,
        seq: head.seq,
        problem: `events were cut off: the trail ends at ${head.seq}, and ${
          known!.seq
        } was there`,
      };
}

function faultIn(row: AuditRow, chain: ChainVerifier): ChainFault | undefined {
  const event = parse(row.event);
  if (!event || canonicalJson(event) !== row.event) {
    return { seq: row.seq, problem: 'the event is not as it was written' };
  }
  const fault = chain.next(event);
  if (fault) return { ...fault, seq: row.seq };
  return canonicalJson(toRow(event)) === canonicalJson(row)
    ? undefined
    : { seq: row.seq, problem: 'a column does not say what the event says' };
}

function parse(text: string): AuditEvent | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
