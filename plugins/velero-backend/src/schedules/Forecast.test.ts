import { ScheduleRecord } from '../fleet';
import { Forecast } from './Forecast';

const at = (text: string) => Date.parse(text);

function forecastOf(cron: string) {
  const schedule = {
    cron,
    createdAt: 0,
    lastBackupAt: at('2026-03-01T02:00:10Z'),
  };
  return new Forecast(schedule as ScheduleRecord, 'v1.18.2');
}

describe('Forecast', () => {
  it('counts a run as missed only after its time', () => {
    const daily = forecastOf('0 2 * * *');
    expect(daily.missedBefore(at('2026-03-02T02:00:00Z'))).toBeUndefined();
    expect(daily.missedBefore(at('2026-03-02T02:00:01Z'))).toEqual({
      since: at('2026-03-02T02:00:00Z'),
      count: 1,
    });
  });

  it('counts on as time passes, and anew when it is asked for an earlier one', () => {
    const daily = forecastOf('0 2 * * *');
    const countBefore = (text: string) => daily.missedBefore(at(text))?.count;
    expect(countBefore('2026-03-05T12:00:00Z')).toBe(4);
    expect(countBefore('2026-03-06T12:00:00Z')).toBe(5);
    expect(countBefore('2026-03-06T12:00:00Z')).toBe(5);
    expect(countBefore('2026-03-04T12:00:00Z')).toBe(3);
    expect(countBefore('2026-03-05T12:00:00Z')).toBe(4);
  });

  it('misses nothing when no run will ever be due, or none can be told', () => {
    const later = at('2027-03-01T00:00:00Z');
    expect(forecastOf('0 0 30 2 *').missedBefore(later)).toBeUndefined();
    const unreadable = forecastOf('every day');
    expect(unreadable.missedBefore(later)).toBeUndefined();
    expect(unreadable.cronError).toMatch(/field/);
  });
});
