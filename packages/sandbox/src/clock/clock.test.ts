import { parseDuration, Random, SimulatedClock } from '.';

const START = new Date('2026-01-01T00:00:00Z');

describe('SimulatedClock', () => {
  it('stands still until it is advanced', () => {
    const clock = new SimulatedClock(START);
    expect(clock.now()).toEqual(START);
    clock.advance(90_000);
    expect(clock.now()).toEqual(new Date('2026-01-01T00:01:30Z'));
  });

  it('runs what waits, in order, each at its own moment', () => {
    const clock = new SimulatedClock(START);
    const ran: string[] = [];
    const note = (name: string) => () =>
      ran.push(`${name} ${clock.now().toISOString().slice(11, 19)}`);
    clock.after(3_000, note('third'));
    clock.after(1_000, note('first'));
    clock.after(1_000, () => {
      note('second')();
      clock.after(1_000, note('asked on the way'));
    });
    clock.after(60_000, note('too late'));
    clock.advance(5_000);
    expect(ran).toEqual([
      'first 00:00:01',
      'second 00:00:01',
      'asked on the way 00:00:02',
      'third 00:00:03',
    ]);
  });

  it('repeats until it is told to stop, and can be told a new period', () => {
    const clock = new SimulatedClock(START);
    let period = 10_000;
    let times = 0;
    const stop = clock.every(
      () => period,
      () => {
        times += 1;
      },
    );
    clock.advance(35_000);
    expect(times).toBe(3);
    period = 1_000;
    clock.advance(10_000);
    expect(times).toBe(9);
    stop();
    clock.advance(60_000);
    expect(times).toBe(9);
  });

  it('forgets a cancelled task', () => {
    const clock = new SimulatedClock(START);
    let ran = false;
    const cancel = clock.after(1_000, () => {
      ran = true;
    });
    cancel();
    clock.advance(10_000);
    expect(ran).toBe(false);
  });

  it('does not let a task move the clock', () => {
    const clock = new SimulatedClock(START);
    clock.after(1_000, () => clock.advance(1_000));
    expect(() => clock.advance(2_000)).toThrow(/advancing already/);
  });

  it('follows real time at its speed', async () => {
    const clock = new SimulatedClock(START);
    clock.run({ speed: 3_600 });
    const moment = await new Promise<Date>(resolve => {
      clock.after(60_000, () => resolve(clock.now()));
    });
    expect(moment.getTime()).toBeGreaterThanOrEqual(START.getTime() + 60_000);
    clock.pause();
    const stopped = clock.now();
    expect(clock.speed).toBe(0);
    expect(clock.now()).toEqual(stopped);
  });
});

describe('durations', () => {
  it.each([
    ['720h', 720 * 3_600_000],
    ['720h0m0s', 720 * 3_600_000],
    ['1h30m', 5_400_000],
    ['30d', 30 * 86_400_000],
    ['-12d', -12 * 86_400_000],
    ['250ms', 250],
    ['0', 0],
  ])('reads %s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each(['', '10', 'h', '5 m', 'soon'])('refuses %p', text => {
    expect(() => parseDuration(text)).toThrow(/is not a duration/);
  });
});

describe('Random', () => {
  it('repeats itself for the same seed only', () => {
    const draw = (seed: string) => {
      const random = new Random(seed);
      return [random.next(), random.suffix(), random.uuid()];
    };
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('keeps forks apart', () => {
    const one = new Random(1);
    const fork = one.fork('x').next();
    one.next();
    expect(one.fork('x').next()).toBe(fork);
  });

  it('makes version 4 ids', () => {
    expect(new Random(1).uuid()).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
