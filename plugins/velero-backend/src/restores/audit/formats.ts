import { AuditEvent } from '@appgear/backstage-plugin-velero-common';
import { canonicalJson } from '../freeze';

export type ExportFormat = 'jsonl' | 'csv';

/** The last line of an export: says how much there must be above it. */
export interface ExportManifest {
  filter: Record<string, unknown>;
  /** Whether all events of a stretch are there, so that a gap is a fault. */
  contiguous: boolean;
  count: number;
  /** The event before the first one, so that the first can be checked too. */
  start?: { seq: number; hash: string };
  /** The end of the chain when the export was made. */
  head: { seq: number; hash: string };
  /** SHA-256 over the hashes of all events, in order. */
  digest: string;
  /** SHA-256 over the canonical JSON of all other fields of the manifest. */
  hash: string;
}

/** How events are written, one a line, and read back. */
export interface LineFormat {
  header?: string;
  /** No line break in it: canonical JSON escapes them. */
  write(event: AuditEvent): string;
  /** Undefined when the line is not an event. */
  read(line: string): AuditEvent | undefined;
  writeManifest(manifest: ExportManifest): string;
  readManifest(line: string): ExportManifest | undefined;
}

function parseObject<T>(text: string): T | undefined {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const jsonl: LineFormat = {
  write: canonicalJson,
  read: line => parseObject<AuditEvent>(line),
  writeManifest: manifest => canonicalJson({ manifest }),
  readManifest: line =>
    parseObject<{ manifest?: ExportManifest }>(line)?.manifest,
};

/**
 * Columns for people and spreadsheets; the last one is the event itself, which
 * the others are written from and checked against.
 */
const COLUMNS: Array<[string, (event: AuditEvent) => string | number]> = [
  ['seq', event => event.seq],
  ['at', event => event.at],
  ['type', event => event.type],
  ['actor', event => event.actor.ref],
  ['request', event => event.request ?? ''],
  ['workspaces', event => event.workspaces.join(' ')],
  ['address', event => event.from?.address ?? ''],
  ['digest', event => event.digest ?? ''],
  ['event', canonicalJson],
];
const MANIFEST_MARK = '#manifest,';

const csv: LineFormat = {
  header: COLUMNS.map(([name]) => name).join(','),
  write: event => COLUMNS.map(([, read]) => csvCell(read(event))).join(','),
  read: line => {
    const start = line.indexOf(',"{');
    if (start < 0 || !line.endsWith('"')) return undefined;
    return parseObject<AuditEvent>(
      line.slice(start + 2, -1).replaceAll('""', '"'),
    );
  },
  writeManifest: manifest =>
    `${MANIFEST_MARK}${csvCell(canonicalJson(manifest))}`,
  readManifest: line =>
    line.startsWith(`${MANIFEST_MARK}"`)
      ? parseObject<ExportManifest>(
          line.slice(MANIFEST_MARK.length + 1, -1).replaceAll('""', '"'),
        )
      : undefined,
};

/** Quoted where needed; never a formula to a spreadsheet, never two lines. */
function csvCell(value: string | number): string {
  const text = String(value).replace(/[\r\n]+/g, ' ');
  const inert = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",']/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

export const FORMATS: Record<ExportFormat, LineFormat> = { jsonl, csv };
