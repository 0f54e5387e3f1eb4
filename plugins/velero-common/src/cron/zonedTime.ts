/** A moment as a clock on the wall of some zone shows it. */
export interface WallTime {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** 0 is Sunday. */
  weekday: number;
}

/**
 * A time zone of the IANA database, with Go's answers: what a wall time that
 * does not exist, or exists twice, stands for.
 */
export class Zone {
  readonly #format?: Intl.DateTimeFormat;

  /** Throws when there is no such zone. */
  constructor(name: string) {
    if (name !== 'UTC') {
      this.#format = new Intl.DateTimeFormat('en-US', {
        timeZone: name,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    }
  }

  /** Milliseconds to add to UTC. */
  #offset(time: number): number {
    if (!this.#format) {
      return 0;
    }
    const parts: Record<string, number> = {};
    for (const { type, value } of this.#format.formatToParts(time)) {
      parts[type] = Number(value);
    }
    const wall = Date.UTC(
      parts.year,
      parts.month - 1,
      parts.day,
      parts.hour,
      parts.minute,
      parts.second,
    );
    return wall - Math.floor(time / 1000) * 1000;
  }

  wallTime(time: number): WallTime {
    const shifted = new Date(time + this.#offset(time));
    return {
      year: shifted.getUTCFullYear(),
      month: shifted.getUTCMonth() + 1,
      day: shifted.getUTCDate(),
      hour: shifted.getUTCHours(),
      minute: shifted.getUTCMinutes(),
      second: shifted.getUTCSeconds(),
      weekday: shifted.getUTCDay(),
    };
  }

  /** The moment of a wall time; overflowing months and days roll over. Source: Go, time.Date. */
  at({
    year,
    month,
    day,
    hour,
    minute,
    second,
  }: Omit<WallTime, 'weekday'>): number {
    const wall = Date.UTC(year, month - 1, day, hour, minute, second);
    const offset = this.#offset(wall);
    const guess = wall - offset;
    return offset === 0 ? wall : wall - this.#offset(guess);
  }
}
