import fc from 'fast-check';
import { parseVeleroVersion } from '../velero';
import { VeleroCron } from './VeleroCron';

const at = (text: string) => new Date(text);
const next = (cron: string, after: string) =>
  VeleroCron.parse(cron).next(at(after))?.toISOString();

const MINUTE = 60_000;

describe('VeleroCron.parse', () => {
  it.each([
    '0 2 * * *',
    '*/15 0-6,22/2 1,15 JAN-mar Mon',
    '0 0 ? * ?',
    '  0   2 * *\t* ',
    '@daily',
    '@every 1h30m',
    'CRON_TZ=America/Sao_Paulo 0 2 * * *',
    'TZ=UTC @weekly',
  ])('reads %s', text => {
    expect(VeleroCron.parse(text).text).toBe(text);
  });

  it.each<[string, RegExp]>([
    ['', /it is empty/],
    ['0 2 * *', /it has 4 fields instead of 5/],
    ['0 0 2 * * *', /it has 6 fields instead of 5/],
    ['60 * * * *', /60 is above 59 in "60" \(minute\)/],
    ['0 24 * * *', /24 is above 23 in "24" \(hour\)/],
    ['0 0 0 * *', /0 is below 1 in "0" \(day of month\)/],
    ['0 0 * 13 *', /13 is above 12 in "13" \(month\)/],
    ['0 0 * * 7', /7 is above 6 in "7" \(day of week\)/],
    ['0 0 L * *', /"L" is not a number/],
    ['0 0 * * 1#2', /"1#2" is not a number/],
    ['0 0 15W * *', /"15W" is not a number/],
    ['5-1 * * * *', /5 is beyond 1/],
    ['*/0 * * * *', /the step must be 1 or more/],
    ['1/2/3 * * * *', /too many slashes/],
    ['1-2-3 * * * *', /too many hyphens/],
    ['@reboot', /there is no @reboot/],
    ['@constructor', /there is no @constructor/],
    ['@every', /there is no @every/],
    ['@every 1d', /"1d" is not a duration/],
    ['CRON_TZ=Nowhere/City 0 2 * * *', /there is no time zone Nowhere\/City/],
    ['CRON_TZ=UTC', /nothing follows the time zone/],
  ])('refuses "%s"', (text, reason) => {
    expect(() => VeleroCron.parse(text)).toThrow(reason);
    expect(() => VeleroCron.parse(text)).toThrow(
      `Velero cannot read the schedule "${text}"`,
    );
  });

  it('knows that Velero before 1.15 takes no time zone', () => {
    const text = 'CRON_TZ=UTC 0 2 * * *';
    const parse = (version: string) =>
      VeleroCron.parse(text, { veleroVersion: parseVeleroVersion(version) });
    expect(() => parse('v1.14.1')).toThrow(/takes no time zone/);
    expect(parse('v1.15.2').text).toBe(text);
  });
});

describe('next', () => {
  // Expectations of robfig/cron's own tests (spec_test.go), in five fields.
  it.each<[string, string, string | undefined]>([
    ['0/15 * * * *', '2012-07-09T14:59:59Z', '2012-07-09T15:00:00.000Z'],
    ['20-35/15 * * * *', '2012-07-09T23:45:00Z', '2012-07-10T00:20:00.000Z'],
    [
      '20-35/15 1/2 */2 * *',
      '2012-07-09T23:35:51Z',
      '2012-07-11T01:20:00.000Z',
    ],
    ['0 0 9 Apr-Oct ?', '2012-07-09T23:35:00Z', '2012-08-09T00:00:00.000Z'],
    ['0 0 * Feb Mon/2', '2012-07-09T23:35:00Z', '2013-02-01T00:00:00.000Z'],
    ['* * * * *', '2012-12-31T23:59:45Z', '2013-01-01T00:00:00.000Z'],
    ['0 0 29 Feb ?', '2012-07-09T23:35:00Z', '2016-02-29T00:00:00.000Z'],
    ['0 0 30 Feb ?', '2012-07-09T23:35:00Z', undefined],
    [', * * * *', '2012-07-09T23:35:00Z', undefined],
    ['@yearly', '2012-07-09T23:35:00Z', '2013-01-01T00:00:00.000Z'],
    ['@weekly', '2012-07-09T23:35:00Z', '2012-07-15T00:00:00.000Z'],
    ['@every 6h', '2012-07-09T23:35:10.750Z', '2012-07-10T05:35:10.000Z'],
    ['@every 10ms', '2012-07-09T23:35:10Z', '2012-07-09T23:35:11.000Z'],
    ['@every 90.7s', '2012-07-09T23:35:00Z', '2012-07-09T23:36:30.000Z'],
  ])('%s after %s', (cron, after, expected) => {
    expect(next(cron, after)).toBe(expected);
  });

  it.each<[string, string, string, string]>([
    [
      'a run in the skipped hour waits a day',
      '0 2 * * *',
      '2012-03-11T05:00:00Z',
      '2012-03-12T06:00:00.000Z',
    ],
    [
      'an hourly one skips it',
      '0 * * * *',
      '2012-03-11T06:00:00Z',
      '2012-03-11T07:00:00.000Z',
    ],
    [
      'a run in the doubled hour happens',
      '0 1 * * *',
      '2012-11-04T04:00:00Z',
      '2012-11-04T05:00:00.000Z',
    ],
    [
      'and happens again',
      '0 1 * * *',
      '2012-11-04T05:00:00Z',
      '2012-11-04T06:00:00.000Z',
    ],
    [
      'and then the next day',
      '0 1 * * *',
      '2012-11-04T06:00:00Z',
      '2012-11-05T06:00:00.000Z',
    ],
  ])('in New York, %s', (_, cron, after, expected) => {
    expect(next(`CRON_TZ=America/New_York ${cron}`, after)).toBe(expected);
  });

  it('finds its day where midnight does not exist', () => {
    expect(
      next('TZ=America/Sao_Paulo 0 9 10 * ?', '2018-10-17T09:00:00Z'),
    ).toBe('2018-11-10T11:00:00.000Z');
    expect(
      next('TZ=America/Sao_Paulo 0 9 22 * ?', '2018-02-14T10:00:00Z'),
    ).toBe('2018-02-22T12:00:00.000Z');
  });

  it('steps over a day that does not exist', () => {
    // Samoa had no 30 December 2011.
    expect(next('TZ=Pacific/Apia 0 12 31 * *', '2011-12-29T12:00:00Z')).toBe(
      '2011-12-30T22:00:00.000Z',
    );
  });

  it('uses the zone of the server when the expression names none', () => {
    const cron = VeleroCron.parse('0 2 * * *', {
      serverTimeZone: 'America/Sao_Paulo',
    });
    expect(cron.next(at('2026-01-01T00:00:00Z'))).toEqual(
      at('2026-01-01T05:00:00Z'),
    );
  });

  it('joins day of month and day of week by or, unless one is a star', () => {
    const days = (cron: string, version?: string) =>
      VeleroCron.parse(cron, {
        veleroVersion: version ? parseVeleroVersion(version) : undefined,
      })
        .runsBetween(at('2026-06-01T00:00:00Z'), at('2026-06-15T00:00:00Z'))
        .map(run => run.getUTCDate());
    expect(days('0 12 10 * Mon')).toEqual([1, 8, 10]);
    expect(days('0 12 * * Mon')).toEqual([1, 8]);
    expect(days('0 12 */5 * Mon')).toEqual([1, 6, 8, 11]);
    // The library of Velero up to 1.14 took a star with a step for a star.
    expect(days('0 12 */5 * Mon', 'v1.14.1')).toEqual([1]);
  });

  const value = (min: number, max: number) => fc.integer({ min, max });
  const term = (min: number, max: number) =>
    fc.oneof(
      fc.constant('*'),
      value(min, max).map(String),
      fc
        .tuple(value(min, max), value(min, max))
        .map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
      fc
        .tuple(fc.constantFrom('*', `${min}`), value(1, max))
        .map(([a, step]) => `${a}/${step}`),
    );
  const field = (min: number, max: number) =>
    fc
      .array(term(min, max), { minLength: 1, maxLength: 2 })
      .map(terms => terms.join(','));
  const expressions = fc
    .tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6))
    .map(fields => fields.join(' '));

  it('agrees with trying every minute', () => {
    const start = fc.date({
      min: at('2024-01-01'),
      max: at('2030-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(expressions, start, (expression, after) => {
        const found = VeleroCron.parse(expression).next(after);
        const horizon = after.getTime() + 3 * 24 * 60 * MINUTE;
        const naive = tryEveryMinute(expression, after.getTime(), horizon);
        expect(
          found && found.getTime() <= horizon ? found.getTime() : undefined,
        ).toBe(naive);
      }),
      { numRuns: 300 },
    );
  });
});

/** The meaning of an expression, with none of the cleverness. */
function tryEveryMinute(
  expression: string,
  after: number,
  until: number,
): number | undefined {
  const texts = expression.split(' ');
  const has = (index: number, now: number, min: number, max: number) =>
    texts[index].split(',').some(text => {
      const [range, step] = text.split('/');
      const [low, high] =
        range === '*' ? [min, max] : range.split('-').map(Number);
      const end = high ?? (step ? max : low);
      return now >= low && now <= end && (now - low) % Number(step ?? 1) === 0;
    });
  const star = (index: number) =>
    texts[index].split(',').some(text => text === '*' || text === '*/1');
  const first = (Math.floor(after / MINUTE) + 1) * MINUTE;
  for (let time = first; time <= until; time += MINUTE) {
    const date = new Date(time);
    const byMonth = has(2, date.getUTCDate(), 1, 31);
    const byWeek = has(4, date.getUTCDay(), 0, 6);
    if (
      has(0, date.getUTCMinutes(), 0, 59) &&
      has(1, date.getUTCHours(), 0, 23) &&
      has(3, date.getUTCMonth() + 1, 1, 12) &&
      (star(2) || star(4) ? byMonth && byWeek : byMonth || byWeek)
    ) {
      return time;
    }
  }
  return undefined;
}

describe('runsBetween', () => {
  const cron = VeleroCron.parse('0 2 * * *');

  it('counts the end but not the beginning', () => {
    expect(
      cron.runsBetween(at('2026-01-01T02:00:00Z'), at('2026-01-03T02:00:00Z')),
    ).toEqual([at('2026-01-02T02:00:00Z'), at('2026-01-03T02:00:00Z')]);
  });

  it('stops at its limit', () => {
    expect(
      cron.runsBetween(
        at('2020-01-01T00:00:00Z'),
        at('2026-01-01T00:00:00Z'),
        5,
      ),
    ).toHaveLength(5);
  });
});
