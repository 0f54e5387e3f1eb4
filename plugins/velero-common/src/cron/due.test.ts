import { isDue, scheduleReference } from './due';
import { VeleroCron } from './VeleroCron';

const at = (text: string) => new Date(text);
const metadata = { name: 's', creationTimestamp: '2026-01-01T00:00:00Z' };

describe('scheduleReference', () => {
  it('is the creation until there was a backup', () => {
    expect(scheduleReference({ metadata })).toEqual(at('2026-01-01T00:00:00Z'));
    expect(
      scheduleReference({
        metadata,
        status: { lastBackup: '2026-01-02T02:00:05Z' },
      }),
    ).toEqual(at('2026-01-02T02:00:05Z'));
  });

  it('is the last skip when that is later', () => {
    const status = {
      lastBackup: '2026-01-02T02:00:05Z',
      lastSkipped: '2026-01-03T00:00:00Z',
    };
    expect(scheduleReference({ metadata, status })).toEqual(
      at('2026-01-03T00:00:00Z'),
    );
    const earlier = { ...status, lastSkipped: '2026-01-01T12:00:00Z' };
    expect(scheduleReference({ metadata, status: earlier })).toEqual(
      at('2026-01-02T02:00:05Z'),
    );
  });

  it('treats null, as the API server may hand it out, as absent', () => {
    expect(
      scheduleReference({
        metadata,
        status: { lastBackup: null, lastSkipped: null },
      }),
    ).toEqual(at('2026-01-01T00:00:00Z'));
  });

  it('is unknown for an object without any time', () => {
    expect(scheduleReference({ metadata: { name: 's' } })).toBeUndefined();
  });
});

describe('isDue', () => {
  const daily = VeleroCron.parse('0 2 * * *');

  it('is only after the run, not at it', () => {
    const reference = at('2026-01-01T02:00:05Z');
    expect(isDue(daily, reference, at('2026-01-02T02:00:00Z'))).toBe(false);
    expect(isDue(daily, reference, at('2026-01-02T02:00:00.001Z'))).toBe(true);
  });

  it('is always for an expression that never holds', () => {
    expect(
      isDue(
        VeleroCron.parse('0 0 30 2 *'),
        at('2026-01-01T00:00:00Z'),
        at('2026-01-01T00:01:00Z'),
      ),
    ).toBe(true);
  });
});
