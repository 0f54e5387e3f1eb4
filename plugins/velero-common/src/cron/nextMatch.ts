import type { CronField } from './field';
import type { WallTime, Zone } from './zonedTime';

/** What a cron expression of five fields asks for. */
export interface CronFields {
  minute: CronField;
  hour: CronField;
  dayOfMonth: CronField;
  month: CronField;
  dayOfWeek: CronField;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Such as 30 February: robfig/cron gives up after five years. */
const YEARS_TO_SEARCH = 5;

/** One search: where it is, and how it moves on. */
class Walk {
  readonly #fields: CronFields;
  readonly #zone: Zone;
  #time: number;
  #wall: WallTime;
  /** Once something has moved, all that is finer has started over. */
  #moved = false;

  constructor(fields: CronFields, after: number, zone: Zone) {
    this.#fields = fields;
    this.#zone = zone;
    this.#time = (Math.floor(after / SECOND) + 1) * SECOND;
    this.#wall = zone.wallTime(this.#time);
  }

  run(): number | undefined {
    const lastYear = this.#wall.year + YEARS_TO_SEARCH;
    while (this.#wall.year <= lastYear) {
      const arrived =
        this.#toMonth() &&
        this.#toDay() &&
        this.#toHour() &&
        this.#toMinute() &&
        this.#toFullMinute();
      if (arrived) {
        return this.#time;
      }
    }
    return undefined;
  }

  // Each of these says false when it wrapped around: then all starts over.

  #toMonth(): boolean {
    while (!this.#fields.month.values.has(this.#wall.month)) {
      this.#startOver({ day: 1, hour: 0, minute: 0, second: 0 });
      this.#goTo({ ...this.#wall, month: this.#wall.month + 1 });
      if (this.#wall.month === 1) {
        return false;
      }
    }
    return true;
  }

  #toDay(): boolean {
    while (!this.#dayMatches()) {
      this.#startOver({ hour: 0, minute: 0, second: 0 });
      const today = this.#time;
      this.#goTo({ ...this.#wall, day: this.#wall.day + 1 });
      if (this.#time <= today) {
        // A whole day that does not exist (Samoa, 2011): Velero's library hangs.
        this.#add(today - this.#time + DAY);
      }
      // Where clocks change at midnight, a day may begin at 1:00 or at 23:00.
      const { hour } = this.#wall;
      if (hour !== 0) {
        this.#add((hour > 12 ? 24 - hour : -hour) * HOUR);
      }
      if (this.#wall.day === 1) {
        return false;
      }
    }
    return true;
  }

  #toHour(): boolean {
    while (!this.#fields.hour.values.has(this.#wall.hour)) {
      this.#startOver({ minute: 0, second: 0 });
      this.#add(HOUR);
      if (this.#wall.hour === 0) {
        return false;
      }
    }
    return true;
  }

  #toMinute(): boolean {
    while (!this.#fields.minute.values.has(this.#wall.minute)) {
      if (!this.#moved) {
        this.#moved = true;
        this.#add(-(this.#time % MINUTE));
      }
      this.#add(MINUTE);
      if (this.#wall.minute === 0) {
        return false;
      }
    }
    return true;
  }

  #toFullMinute(): boolean {
    const rest = (MINUTE - (this.#time % MINUTE)) % MINUTE;
    if (rest > 0) {
      this.#add(rest);
    }
    return rest === 0;
  }

  /** Both days, when one of them is a star; either, when both are given. */
  #dayMatches(): boolean {
    const { dayOfMonth, dayOfWeek } = this.#fields;
    const byMonth = dayOfMonth.values.has(this.#wall.day);
    const byWeek = dayOfWeek.values.has(this.#wall.weekday);
    return dayOfMonth.star || dayOfWeek.star
      ? byMonth && byWeek
      : byMonth || byWeek;
  }

  #startOver(parts: Partial<WallTime>): void {
    if (!this.#moved) {
      this.#moved = true;
      this.#goTo({ ...this.#wall, ...parts });
    }
  }

  #add(milliseconds: number): void {
    this.#time += milliseconds;
    this.#wall = this.#zone.wallTime(this.#time);
  }

  #goTo(wall: WallTime): void {
    this.#add(this.#zone.at(wall) - this.#time);
  }
}

/**
 * The first moment after `after` at which all fields hold; undefined when
 * there is none within five years.
 *
 * Walks as robfig/cron does (spec.go, Next): months, then days, then hours,
 * then minutes, back to months at each wrap-around. Around a change of the
 * clocks its answers are those of this walk: a run in the hour that is skipped
 * does not happen that day, one in the hour that comes twice happens twice.
 */
export function nextMatch(
  fields: CronFields,
  after: number,
  zone: Zone,
): number | undefined {
  // A field without moments, such as `,`, would be walked for all five years.
  const { minute, hour, month } = fields;
  const impossible = [minute, hour, month].some(
    ({ values }) => values.size === 0,
  );
  return impossible ? undefined : new Walk(fields, after, zone).run();
}
