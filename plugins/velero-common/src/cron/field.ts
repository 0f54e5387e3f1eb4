/** The moments at which one field of a cron expression holds. */
export interface CronField {
  values: ReadonlySet<number>;
  /** Written with `*` or `?`: decides how day of month and day of week combine. */
  star: boolean;
}

/** What a field may hold. */
export interface FieldBounds {
  name: string;
  min: number;
  max: number;
  names?: readonly string[];
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'sun mon tue wed thu fri sat'.split(' ');

/** In the order in which they are written. Sunday is 0 and never 7. */
export const FIELD_BOUNDS: readonly FieldBounds[] = [
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day of month', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12, names: MONTHS },
  { name: 'day of week', min: 0, max: 6, names: DAYS },
];

/** @internal */
export interface FieldOptions {
  /** A `*` with a step still counts as a star (robfig/cron before v3). */
  starKeepsWithStep: boolean;
}

/**
 * Reads one field as robfig/cron does (parser.go, getField and getRange):
 * comma-separated `a`, `a-b`, `a/step`, `a-b/step`, `*` and `?`, and names.
 * Throws an error that says what is wrong with it.
 */
export function parseField(
  text: string,
  bounds: FieldBounds,
  options: FieldOptions,
): CronField {
  const values = new Set<number>();
  let star = false;
  for (const expression of text.split(',').filter(part => part !== '')) {
    const range = parseRange(expression, bounds, options);
    for (let value = range.start; value <= range.end; value += range.step) {
      values.add(value);
    }
    star ||= range.star;
  }
  return { values, star };
}

function parseRange(
  expression: string,
  bounds: FieldBounds,
  { starKeepsWithStep }: FieldOptions,
) {
  const [range, ...steps] = expression.split('/');
  const [low, ...highs] = range.split('-');
  const fail = (reason: string): never => {
    throw new Error(`${reason} in "${expression}" (${bounds.name})`);
  };
  if (steps.length > 1) {
    fail('too many slashes');
  }
  const star = low === '*' || low === '?';
  if (!star && highs.length > 1) {
    fail('too many hyphens');
  }
  const number = (text: string) =>
    parseNumber(text, bounds.names ?? [], bounds.min) ??
    fail(`"${text}" is not a number`);
  const step =
    steps.length > 0
      ? parseNumber(steps[0], [], 0) ?? fail(`"${steps[0]}" is not a number`)
      : 1;
  const start = star ? bounds.min : number(low);
  let end = star ? bounds.max : number(highs[0] ?? low);
  if (steps.length > 0 && highs.length === 0) {
    end = bounds.max;
  }
  if (start < bounds.min) {
    fail(`${start} is below ${bounds.min}`);
  }
  if (end > bounds.max) {
    fail(`${end} is above ${bounds.max}`);
  }
  if (start > end) {
    fail(`${start} is beyond ${end}`);
  }
  if (step === 0) {
    fail('the step must be 1 or more');
  }
  return { start, end, step, star: star && (step === 1 || starKeepsWithStep) };
}

function parseNumber(
  text: string,
  names: readonly string[],
  firstName: number,
): number | undefined {
  const index = names.indexOf(text.toLowerCase());
  if (index >= 0) {
    return index + firstName;
  }
  return /^\+?\d+$/.test(text) ? Number(text) : undefined;
}
