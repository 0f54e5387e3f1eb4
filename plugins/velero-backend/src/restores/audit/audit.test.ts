import * as fc from 'fast-check';
import { AuditEvent } from '@appgear/backstage-plugin-velero-common';
import { EMPTY_CHAIN, link, NewAuditEvent } from './chain';
import { ExportFormat, FORMATS } from './formats';
import { ChainVerifier } from './verifyChain';
import { verifyExport } from './verifyExport';
import { ExportWriter } from './writeExport';

const news: fc.Arbitrary<NewAuditEvent> = fc.record({
  at: fc.constant('2026-03-01T10:00:00.000Z'),
  type: fc.constantFrom('filed' as const, 'voted' as const),
  actor: fc.record({
    kind: fc.constant('user' as const),
    ref: fc.constantFrom('user:default/ana', '=HYPERLINK("x")', 'a,b'),
  }),
  from: fc.record({ userAgent: fc.string(), address: fc.ipV4() }),
  workspaces: fc.array(fc.constantFrom('payments', 'checkout'), {
    maxLength: 2,
  }),
  details: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 2 }),
});

function chainOf(events: NewAuditEvent[]): AuditEvent[] {
  let head = EMPTY_CHAIN;
  return events.map(event => {
    const linked = link(head, event);
    head = linked;
    return linked;
  });
}

const chains = fc.array(news, { minLength: 3, maxLength: 6 }).map(chainOf);

function verify(events: AuditEvent[], contiguous = true) {
  const verifier = new ChainVerifier(contiguous);
  return events.map(event => verifier.next(event)).find(fault => fault);
}

function exported(
  events: AuditEvent[],
  format: ExportFormat,
  contiguous = true,
): string {
  const writer = new ExportWriter(FORMATS[format], {}, contiguous);
  const header = writer.header();
  const lines = events.map(event => writer.line(event));
  const manifest = writer.manifest(events.at(-1) ?? EMPTY_CHAIN);
  return [
    ...(header === undefined ? [] : [header]),
    ...lines,
    FORMATS[format].writeManifest(manifest),
    '',
  ].join('\n');
}

describe('a chain', () => {
  it('is whole as it was written', () => {
    fc.assert(
      fc.property(chains, chain => expect(verify(chain)).toBeUndefined()),
    );
  });

  it('shows an event that was taken out', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (chain, n) => {
        const index = n % (chain.length - 1);
        expect(verify(chain.toSpliced(index, 1))?.problem).toMatch(
          /missing between/,
        );
      }),
    );
  });

  it('shows two events that changed places', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (chain, n) => {
        const index = n % (chain.length - 1);
        const [a, b] = chain.slice(index, index + 2);
        expect(verify(chain.toSpliced(index, 2, b, a))).toBeDefined();
      }),
    );
  });

  it('shows an event that was forged, however well', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (chain, n) => {
        const index = n % (chain.length - 1);
        const before = index === 0 ? EMPTY_CHAIN : chain[index - 1];
        const forged = link(before, {
          ...chain[index],
          actor: { kind: 'user', ref: 'user:default/mallory' },
        });
        expect(verify(chain.toSpliced(index, 1, forged))?.seq).toBe(index + 2);
      }),
    );
  });

  it('may have gaps where it is an excerpt, but not out of order', () => {
    const chain = chainOf(fc.sample(news, 4));
    const [first, second, , fourth] = chain;
    expect(verify([first, second, fourth], false)).toBeUndefined();
    expect(verify([first, fourth, second], false)?.problem).toMatch(
      /out of order/,
    );
  });
});

describe.each(['jsonl', 'csv'] as const)('an export as %s', format => {
  it('is found good', () => {
    fc.assert(
      fc.property(chains, chain => {
        expect(verifyExport(exported(chain, format), format)).toEqual({
          ok: true,
          events: chain.length,
          head: { seq: chain.length, hash: chain.at(-1)!.hash },
        });
      }),
    );
    expect(verifyExport(exported([], format), format)).toMatchObject({
      ok: true,
      events: 0,
    });
  });

  it('betrays a single changed byte, wherever it is', () => {
    fc.assert(
      fc.property(
        chains,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (chain, where, flip) => {
          const bytes = Buffer.from(exported(chain, format));
          bytes[where % bytes.length] ^= flip;
          expect(verifyExport(bytes.toString('utf8'), format).ok).toBe(false);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('betrays a missing line and a lost end', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (chain, n) => {
        const text = exported(chain, format);
        const lines = text.split('\n');
        const missing = lines.toSpliced(n % (lines.length - 1), 1).join('\n');
        expect(verifyExport(missing, format).ok).toBe(false);
        const cut = text.slice(0, n % text.length);
        expect(verifyExport(cut, format).ok).toBe(false);
      }),
    );
  });

  it('betrays a line missing from an excerpt', () => {
    const chain = chainOf(fc.sample(news, 6));
    const text = exported([chain[0], chain[2], chain[5]], format, false);
    expect(verifyExport(text, format).ok).toBe(true);
    const lines = text.split('\n');
    const result = verifyExport(
      lines.toSpliced(lines.length - 4, 1).join('\n'),
      format,
    );
    expect(result).toMatchObject({
      ok: false,
      problem: 'the manifest counts 3 events, 2 are there',
    });
  });

  it('says in which line the fault is', () => {
    const chain = chainOf(fc.sample(news, 3));
    const lines = exported(chain, format).split('\n');
    const second = format === 'csv' ? 2 : 1;
    lines[second] = lines[second].replace('2026-03', '2025-03');
    expect(verifyExport(lines.join('\n'), format)).toMatchObject({
      ok: false,
      line: second + 1,
    });
  });
});

it('is no formula to a spreadsheet', () => {
  const [event] = chainOf([
    { ...fc.sample(news, 1)[0], actor: { kind: 'user', ref: '=1+1' } },
  ]);
  expect(FORMATS.csv.write(event).split(',')[3]).toBe(`"'=1+1"`);
});
