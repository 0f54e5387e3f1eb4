import { fromLocalTime, toLocalTime } from './localTime';

describe('local time', () => {
  it.each(['2026-03-12T09:30', '2026-07-01T00:00', '2026-12-31T23:59'])(
    'comes back as it was put in: %s',
    text => {
      expect(toLocalTime(fromLocalTime(text))).toBe(text);
    },
  );

  it('is the same moment', () => {
    expect(fromLocalTime(toLocalTime('2026-03-12T17:02:00.000Z'))).toBe(
      '2026-03-12T17:02:00.000Z',
    );
  });

  it('is empty for none', () => {
    expect(toLocalTime('')).toBe('');
    expect(fromLocalTime('')).toBe('');
  });
});
