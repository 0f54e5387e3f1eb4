import { readFile } from 'node:fs/promises';
import { knex } from 'knex';
import { AuditTrail } from './AuditTrail';
import { ChainHead } from './chain';
import { ExportFormat } from './formats';
import { verifyExport } from './verifyExport';
import { verifyTrail } from './verifyTrail';

const USAGE = `verify-audit FILE.jsonl|FILE.csv            checks an export
verify-audit postgresql://... [SEQ:HASH]    checks the plugin's database; with a
                                            head kept elsewhere, such as the last
                                            one in the auditor's log, also that
                                            nothing was cut off`;

/** @returns what was found, in one line, and whether it is good */
export async function verifyAudit(
  args: readonly string[],
): Promise<{ ok: boolean; line: string }> {
  const [what, head] = args;
  if (!what) return { ok: false, line: USAGE };
  return /^postgres(ql)?:/.test(what)
    ? verifyDatabase(what, head)
    : verifyFile(what);
}

async function verifyFile(file: string) {
  const format = /\.(jsonl|csv)$/.exec(file)?.[1] as ExportFormat | undefined;
  if (!format) {
    return { ok: false, line: `${file}: must end in .jsonl or .csv` };
  }
  // Fatal: bytes that are no UTF-8 are a change, too.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text: string;
  try {
    text = decoder.decode(await readFile(file));
  } catch (error) {
    return { ok: false, line: `${file}: ${(error as Error).message}` };
  }
  const verdict = verifyExport(text, format);
  return verdict.ok
    ? { ok: true, line: good(verdict.events, verdict.head) }
    : { ok: false, line: `${file}:${verdict.line}: ${verdict.problem}` };
}

async function verifyDatabase(connection: string, known: string | undefined) {
  const head = known === undefined ? undefined : readHead(known);
  if (known !== undefined && !head) {
    return { ok: false, line: `${known}: a head is SEQ:HASH` };
  }
  const database = knex({ client: 'pg', connection });
  try {
    const verdict = await verifyTrail(new AuditTrail(database), head);
    return verdict.ok
      ? { ok: true, line: good(verdict.events, verdict.head) }
      : { ok: false, line: `event ${verdict.seq}: ${verdict.problem}` };
  } finally {
    await database.destroy();
  }
}

function readHead(text: string): ChainHead | undefined {
  const match = /^(\d+):([0-9a-f]{64})$/.exec(text);
  return match ? { seq: Number(match[1]), hash: match[2] } : undefined;
}

function good(events: number, { seq, hash }: ChainHead): string {
  return `good: ${events} events, the chain ends with ${seq}:${hash}`;
}
