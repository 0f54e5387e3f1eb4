import { formatGoDuration, parseGoDuration } from './duration';

describe('parseGoDuration', () => {
  it.each<[string, number]>([
    ['720h0m0s', 2_592_000_000],
    ['1h30m', 5_400_000],
    ['1.5h', 5_400_000],
    ['90s', 90_000],
    ['500ms', 500],
    ['-1m', -60_000],
    ['0', 0],
  ])('%s', (text, expected) => {
    expect(parseGoDuration(text)).toBe(expected);
  });

  it.each(['', '1', '1d', 'h', '1h 30m', '1h30', 'PT1H'])(
    'refuses "%s"',
    text => {
      expect(() => parseGoDuration(text)).toThrow(
        `"${text}" is not a duration`,
      );
    },
  );
});

describe('formatGoDuration', () => {
  it.each<[number, string]>([
    [2_592_000_000, '720h0m0s'],
    [90_000, '1m30s'],
    [5_000, '5s'],
    [0, '0s'],
  ])('%s', (milliseconds, expected) => {
    expect(formatGoDuration(milliseconds)).toBe(expected);
  });
});
