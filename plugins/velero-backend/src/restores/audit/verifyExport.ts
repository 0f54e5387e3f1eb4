import { createHash } from 'node:crypto';
import { AuditEvent } from '@appgear/backstage-plugin-velero-common';
import { ChainHead } from './chain';
import { ExportFormat, ExportManifest, FORMATS, LineFormat } from './formats';
import { hashOfManifest } from './writeExport';
import { ChainVerifier } from './verifyChain';

/** The result of checking an export. */
export type ExportVerdict =
  | { ok: true; events: number; head: ChainHead }
  | { ok: false; line: number; problem: string };

/**
 * Checks that an export is, byte for byte, what was exported: each line is
 * written anew from the event in it and has to come out the same, each event
 * fits its hash and its neighbours, and all are there that the last line
 * counts.
 *
 * @param text - the whole file
 */
export function verifyExport(
  text: string,
  format: ExportFormat,
): ExportVerdict {
  const lines = text.split('\n');
  const fail = (line: number, problem: string): ExportVerdict => ({
    ok: false,
    line: line + 1,
    problem,
  });

  if (lines.at(-1) !== '') {
    return fail(
      lines.length - 1,
      'the file was cut off: it must end with a line break',
    );
  }
  const last = lines.length - 2;
  const manifest = readManifest(FORMATS[format], lines[last] ?? '');
  if (!manifest) {
    return fail(last, 'the last line must be the manifest, as it was written');
  }
  return verifyLines(lines, last, manifest, FORMATS[format], fail);
}

function verifyLines(
  lines: string[],
  last: number,
  manifest: ExportManifest,
  format: LineFormat,
  fail: (line: number, problem: string) => ExportVerdict,
): ExportVerdict {
  const chain = new ChainVerifier(manifest.contiguous, manifest.start);
  const digest = createHash('sha256');
  const first = format.header === undefined ? 0 : 1;
  if (first === 1 && lines[0] !== format.header) {
    return fail(0, 'the header was changed');
  }
  for (let index = first; index < last; index++) {
    const event = readEvent(format, lines[index]);
    if (!event)
      return fail(index, 'the line is not an event, as it was written');
    const fault = chain.next(event);
    if (fault) return fail(index, `event ${fault.seq}: ${fault.problem}`);
    digest.update(event.hash);
  }
  if (last - first !== manifest.count) {
    return fail(
      last,
      `the manifest counts ${manifest.count} events, ${last - first} are there`,
    );
  }
  if (digest.digest('hex') !== manifest.digest) {
    return fail(last, 'the manifest is of other events');
  }
  return { ok: true, events: manifest.count, head: manifest.head };
}

/** The event in a line, if the line is exactly how the event is written. */
function readEvent(format: LineFormat, line: string): AuditEvent | undefined {
  const event = format.read(line);
  return event && isEvent(event) && format.write(event) === line
    ? event
    : undefined;
}

function isEvent(event: AuditEvent): boolean {
  return (
    Number.isInteger(event.seq) &&
    typeof event.hash === 'string' &&
    Array.isArray(event.workspaces) &&
    typeof event.actor?.ref === 'string'
  );
}

function readManifest(
  format: LineFormat,
  line: string,
): ExportManifest | undefined {
  const manifest = format.readManifest(line);
  const intact =
    manifest &&
    format.writeManifest(manifest) === line &&
    hashOfManifest(manifest) === manifest.hash;
  return intact ? manifest : undefined;
}
