import { AuditFilter, AuditTrail } from './AuditTrail';
import { ExportFormat, ExportManifest, FORMATS } from './formats';
import { ExportWriter } from './writeExport';

const PAGE = 500;

/**
 * Writes the trail, or an excerpt, line by line; never the whole of it in
 * memory. Each chunk ends with a line break. The return value says what was
 * written, for the trail itself.
 */
export async function* exportTrail(
  trail: AuditTrail,
  filter: AuditFilter,
  format: ExportFormat,
): AsyncGenerator<string, ExportManifest> {
  const { since, until, ...narrowing } = filter;
  const contiguous = Object.values(narrowing).every(
    value => value === undefined,
  );
  const writer = new ExportWriter(FORMATS[format], { ...filter }, contiguous);
  const head = await trail.head();
  const stretch = await trail.stretch({ since, until });
  let from = stretch.from;
  const to = Math.min(stretch.to, head.seq);

  const header = writer.header();
  if (header !== undefined) yield `${header}\n`;
  while (from <= to) {
    const events = await trail.page({ from, to }, narrowing, PAGE);
    if (events.length === 0) break;
    yield events.map(event => `${writer.line(event)}\n`).join('');
    from = events.at(-1)!.seq + 1;
  }
  const manifest = writer.manifest(head);
  yield `${FORMATS[format].writeManifest(manifest)}\n`;
  return manifest;
}
