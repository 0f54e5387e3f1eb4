import { summarizeHistory } from './summarizeHistory';
import { toCsv } from './toCsv';

const HOUR = 3_600_000;

function entry(hours: number, verdict: any) {
  return { workspace: 'shop', tenant: 'acme', at: hours * HOUR, verdict };
}

describe('summarizeHistory', () => {
  const span = { from: 10 * HOUR, to: 20 * HOUR };

  it('adds up verdicts within the span alone', () => {
    const summary = summarizeHistory(
      [
        entry(0, 'protected'),
        entry(12, 'stale'),
        entry(13, 'unknown'),
        entry(15, 'protected'),
        entry(19, 'partial'),
      ],
      span,
    );
    expect(summary).toEqual({
      verdict: 'partial',
      protectedSeconds: 6 * 3600,
      knownSeconds: 10 * 3600,
      protectedPercent: 60,
      longestGapSeconds: 3 * 3600,
      seconds: {
        protected: 6 * 3600,
        stale: 3600,
        unknown: 2 * 3600,
        partial: 3600,
      },
    });
  });

  it('does not count the time before a workspace came and after it went', () => {
    const summary = summarizeHistory(
      [entry(12, 'protected'), entry(16, undefined)],
      span,
    );
    expect(summary).toMatchObject({
      protectedPercent: 100,
      knownSeconds: 4 * 3600,
      longestGapSeconds: 0,
    });
    expect(summary.verdict).toBeUndefined();
  });

  it('never rounds up to perfect', () => {
    const { protectedPercent } = summarizeHistory(
      [entry(10, 'protected'), entry(19.9999, 'stale')],
      span,
    );
    expect(protectedPercent).toBeLessThan(100);
  });

  it('knows nothing of what has no history', () => {
    expect(summarizeHistory([], span).protectedPercent).toBeUndefined();
  });
});

describe('toCsv', () => {
  it('quotes what has to be quoted, and runs no formula', () => {
    expect(
      toCsv([
        ['a', 'b,c', 'say "no"'],
        ['=1+1', '@x', undefined],
        [-1, 2.5, 'x\ny'],
      ]),
    ).toBe('a,"b,c","say ""no"""\r\n\'=1+1,\'@x,\r\n-1,2.5,"x\ny"\r\n');
  });
});
