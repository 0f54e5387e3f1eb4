import {
  ComplianceReport,
  ComplianceRow,
  VERDICTS,
} from '@appgear/backstage-plugin-velero-common';
import { ReadModel } from '../answers';
import { Sight } from '../permissions';
import { HistoryEntry, VerdictBook } from '../telling';
import { Span, summarizeHistory } from './summarizeHistory';
import { toCsv } from './toCsv';

/** Which workspaces to report on, when. */
export interface ReportQuery extends Span {
  workspace?: string;
  tenant?: string;
}

/** How workspaces were protected, as far as the reader may see them. */
export async function createReport(
  book: VerdictBook,
  { directory }: ReadModel,
  sight: Sight,
  query: ReportQuery,
): Promise<ComplianceReport> {
  const now = Date.now();
  // Nothing is known of what is to come.
  const span = { from: query.from, to: Math.min(query.to, now) };
  const histories = new Map<string, HistoryEntry[]>();
  for (const entry of await book.history(span.from, span.to)) {
    const known = histories.get(entry.workspace) ?? [];
    known.push(entry);
    histories.set(entry.workspace, known);
  }
  const rows = [...histories].flatMap(([id, entries]): ComplianceRow[] => {
    const { title = id, tenant, owner } = directory.get(id) ?? {};
    const ofTenant = tenant ?? entries.findLast(entry => entry.tenant)?.tenant;
    const wanted =
      sight.sees(id) &&
      (!query.workspace || id === query.workspace) &&
      (!query.tenant || ofTenant === query.tenant);
    return wanted
      ? [
          {
            workspace: id,
            title,
            tenant: ofTenant,
            owner,
            ...summarizeHistory(entries, span),
          },
        ]
      : [];
  });
  return {
    from: new Date(span.from).toISOString(),
    to: new Date(span.to).toISOString(),
    generatedAt: new Date(now).toISOString(),
    rows: rows.sort((a, b) => (a.workspace < b.workspace ? -1 : 1)),
  };
}

/** The same as a table for spreadsheets. */
export function reportAsCsv({ from, to, rows }: ComplianceReport): string {
  const header = [
    'workspace',
    'title',
    'tenant',
    'owner',
    'from',
    'to',
    'verdict',
    'protectedPercent',
    'protectedSeconds',
    'knownSeconds',
    'longestGapSeconds',
    ...VERDICTS.map(verdict => `${verdict}Seconds`),
  ];
  return toCsv([
    header,
    ...rows.map(row => [
      row.workspace,
      row.title,
      row.tenant,
      row.owner,
      from,
      to,
      row.verdict,
      row.protectedPercent,
      row.protectedSeconds,
      row.knownSeconds,
      row.longestGapSeconds,
      ...VERDICTS.map(verdict => row.seconds[verdict] ?? 0),
    ]),
  ]);
}
