import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EMPTY_CHAIN, link } from './chain';
import { FORMATS } from './formats';
import { verifyAudit } from './verifyCommand';
import { ExportWriter } from './writeExport';

describe('verify-audit', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'velero-audit-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const exported = (change: (text: string) => string = text => text) => {
    const writer = new ExportWriter(FORMATS.jsonl, {}, true);
    const event = link(EMPTY_CHAIN, {
      at: '2026-03-01T10:00:00.000Z',
      type: 'filed',
      actor: { kind: 'user', ref: 'user:default/otto' },
      workspaces: [],
      details: { reason: 'por razões' },
    });
    const text = `${writer.line(event)}\n${FORMATS.jsonl.writeManifest(
      writer.manifest(event),
    )}\n`;
    const file = path.join(folder, 'audit.jsonl');
    writeFileSync(file, change(text));
    return file;
  };

  it('finds an export good', async () => {
    expect(await verifyAudit([exported()])).toMatchObject({
      ok: true,
      line: expect.stringMatching(/^good: 1 events, the chain ends with 1:/),
    });
  });

  it('names the line of a change', async () => {
    const file = exported(text => text.replace('otto', 'ott0'));
    expect(await verifyAudit([file])).toEqual({
      ok: false,
      line: `${file}:1: event 1: the event was changed: its hash does not fit its content`,
    });
  });

  it.each([
    [[], /verify-audit FILE/],
    [['audit.txt'], /must end in \.jsonl or \.csv/],
    [['/nowhere/audit.csv'], /ENOENT/],
    [['postgresql://localhost/x', 'head'], /a head is SEQ:HASH/],
  ])('says what is wrong with %j', async (args, line) => {
    expect(await verifyAudit(args)).toEqual({
      ok: false,
      line: expect.stringMatching(line),
    });
  });
});
