import { spanOfDays, usualDays } from './reportSpan';

describe('usualDays', () => {
  it('are the last thirty, today included', () => {
    expect(usualDays(new Date(2026, 2, 1, 23, 59))).toEqual({
      from: '2026-01-31',
      to: '2026-03-01',
    });
  });
});

describe('spanOfDays', () => {
  it('takes in the whole last day', () => {
    expect(spanOfDays({ from: '2026-03-01', to: '2026-03-01' })).toEqual({
      from: new Date(2026, 2, 1).toISOString(),
      to: new Date(2026, 2, 2).toISOString(),
    });
  });

  it.each([
    ['backwards', { from: '2026-03-02', to: '2026-03-01' }],
    ['too long', { from: '2024-01-01', to: '2026-03-01' }],
    ['half typed', { from: '', to: '2026-03-01' }],
    ['no date', { from: '2026-13-77', to: '2026-03-01' }],
  ])('knows no span that is %s', (_, days) => {
    expect(spanOfDays(days)).toBeUndefined();
  });
});
