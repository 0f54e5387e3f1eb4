import { isVeleroAtLeast, VeleroVersion } from '../velero';
import { parseGoDuration } from './duration';
import { FIELD_BOUNDS, parseField } from './field';
import { CronFields, nextMatch } from './nextMatch';
import { Zone } from './zonedTime';

/** @public */
export interface CronOptions {
  /** Up to 1.14 Velero's library knew no time zones, and read stars with a step differently. Default: 1.15 or newer. */
  veleroVersion?: VeleroVersion;
  /** The zone of Velero's server, for expressions that name none. Its images run in UTC, the default. */
  serverTimeZone?: string;
}

const DESCRIPTORS: Record<string, string> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

const EVERY = '@every ';

type Rule =
  | { fields: CronFields; zone: Zone }
  /** Milliseconds between runs, in whole seconds. */
  | { every: number };

/**
 * A cron expression, exactly as Velero reads it: robfig/cron's ParseStandard
 * (v3.0.1 from Velero 1.15 on, v1.1.0 before). Five fields; names; ranges and
 * steps; `@daily` and the like; `@every 6h`; `TZ=` and `CRON_TZ=` in front.
 * Sunday is 0 only; there is no `L`, `W` or `#`, and `?` means `*`.
 *
 * Not built on a cron library for JavaScript: those take 7 for Sunday, `L`,
 * `#` and seconds, know no `@every` and no zone in the expression, and answer
 * differently where clocks change. A forecast has to be Velero's.
 *
 * @public
 */
export class VeleroCron {
  readonly #rule: Rule;

  private constructor(readonly text: string, rule: Rule) {
    this.#rule = rule;
  }

  /** Throws an error that says what Velero cannot read, and where. */
  static parse(text: string, options: CronOptions = {}): VeleroCron {
    try {
      return new VeleroCron(text, parseRule(text, options));
    } catch (error) {
      throw new Error(
        `Velero cannot read the schedule "${text}": ${
          (error as Error).message
        }. Write five fields, such as 0 2 * * *, or @every 6h`,
      );
    }
  }

  /**
   * The first run after a moment; undefined when there is none within five
   * years, such as on 30 February.
   */
  next(after: Date): Date | undefined {
    if ('every' in this.#rule) {
      const { every } = this.#rule;
      return new Date(Math.floor(after.getTime() / 1000) * 1000 + every);
    }
    const { fields, zone } = this.#rule;
    const time = nextMatch(fields, after.getTime(), zone);
    return time === undefined ? undefined : new Date(time);
  }

  /** The runs after `from`, up to and including `to`; the first `limit` of them. */
  runsBetween(from: Date, to: Date, limit: number = 1000): Date[] {
    const runs: Date[] = [];
    let run = this.next(from);
    while (run && run <= to && runs.length < limit) {
      runs.push(run);
      run = this.next(run);
    }
    return runs;
  }
}

function parseRule(text: string, options: CronOptions): Rule {
  const { veleroVersion, serverTimeZone = 'UTC' } = options;
  const modern = !veleroVersion || isVeleroAtLeast(veleroVersion, 1, 15);
  const { expression, zone } = splitZone(text, modern, serverTimeZone);
  if (expression === '') {
    throw new Error('it is empty');
  }
  if (expression.startsWith(EVERY)) {
    const duration = parseGoDuration(expression.slice(EVERY.length));
    return { every: Math.max(1000, duration - (duration % 1000)) };
  }
  if (expression.startsWith('@') && !Object.hasOwn(DESCRIPTORS, expression)) {
    throw new Error(`there is no ${expression}`);
  }
  const fields = parseFields(DESCRIPTORS[expression] ?? expression, !modern);
  return { fields, zone: new Zone(zone) };
}

function splitZone(text: string, allowed: boolean, serverTimeZone: string) {
  const match = /^(?:CRON_)?TZ=(\S*)( (.*))?$/s.exec(text);
  if (!match) {
    return { expression: text, zone: serverTimeZone };
  }
  if (!allowed) {
    throw new Error('Velero before 1.15 takes no time zone');
  }
  const [, name, rest] = match;
  if (rest === undefined) {
    throw new Error('nothing follows the time zone');
  }
  const zone = name === 'Local' ? serverTimeZone : name || 'UTC';
  try {
    return { expression: rest.trim(), zone: new Zone(zone) && zone };
  } catch {
    throw new Error(`there is no time zone ${zone}`);
  }
}

function parseFields(expression: string, starKeepsWithStep: boolean) {
  const texts = expression.split(/\s+/).filter(text => text !== '');
  if (texts.length !== FIELD_BOUNDS.length) {
    throw new Error(`it has ${texts.length} fields instead of 5`);
  }
  const [minute, hour, dayOfMonth, month, dayOfWeek] = texts.map(
    (text, index) =>
      parseField(text, FIELD_BOUNDS[index], { starKeepsWithStep }),
  );
  return { minute, hour, dayOfMonth, month, dayOfWeek };
}
