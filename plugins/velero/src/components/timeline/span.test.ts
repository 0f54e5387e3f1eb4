import { spanOf } from './span';

const NOW = Date.parse('2026-03-12T12:00:00Z');

describe('spanOf', () => {
  it('reaches from the oldest point until now', () => {
    const span = spanOf(['2026-03-12T06:00:00Z', '2026-03-12T00:00:00Z'], NOW);
    expect(span.length).toBe(12 * 3_600_000);
    expect(span.place('2026-03-12T00:00:00Z')).toBe(0);
    expect(span.place('2026-03-12T06:00:00Z')).toBe(0.5);
    expect(span.place('2026-03-12T12:00:00Z')).toBe(1);
  });

  it('keeps a clock that runs ahead inside', () => {
    const span = spanOf(['2026-03-12T12:05:00Z'], NOW);
    expect(span.place('2026-03-12T12:05:00Z')).toBe(1);
  });

  it('has room for one point of just now, and for none', () => {
    expect(spanOf(['2026-03-12T11:59:59Z'], NOW).length).toBe(3_600_000);
    expect(spanOf([], NOW).length).toBe(3_600_000);
  });
});
