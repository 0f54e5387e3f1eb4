/** How the reader's language and place write times and sizes. */
export interface Formats {
  /** Such as `in 2 hours` or `3 days ago`, for a distance in ms. */
  age(distance: number): string;
  /** Such as `3 hours`, for a length in ms. */
  duration(length: number): string;
  /** Date and time to the minute, in the reader's zone. */
  dateTime(time: Date): string;
  /** Date and time to the second, in the reader's zone. */
  second(time: Date): string;
  /** To the second, with the zone's name. */
  exact(time: Date): string;
  /** Such as `48.3 MB`. */
  bytes(size: number): string;
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

/** By locale: each row of a list wants them, and they take long to make. */
const made = new Map<string, Formats>();

/**
 * @param language - the app's language, such as `en` or `pt-BR`
 * @param preferred - the reader's, by preference; a variant of the app's
 *   language among them decides between, say, `en-GB` and `en-US`
 */
export function formatsOf(
  language: string,
  preferred: readonly string[] = [],
): Formats {
  const locale =
    preferred.find(variant => variant.startsWith(`${language}-`)) ?? language;
  const formats = made.get(locale) ?? createFormats(locale);
  made.set(locale, formats);
  return formats;
}

function createFormats(locale: string): Formats {
  const relative = new Intl.RelativeTimeFormat(locale);
  const immediate = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const minute = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const second = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'medium',
  });
  const long = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'long',
  });

  const numbers = numbersOf(locale);

  return {
    age(distance) {
      const [unit, size] =
        UNITS.find(([, length]) => Math.abs(distance) >= length) ?? [];
      if (unit && size) {
        return relative.format(Math.trunc(distance / size), unit);
      }
      const tens = Math.trunc(distance / 10_000) * 10;
      return tens === 0
        ? immediate.format(0, 'second')
        : relative.format(tens, 'second');
    },
    duration(length) {
      // Two of a unit at least: "36 hours" says more than "1 day".
      const [unit, size] = UNITS.find(([, each]) => length >= 2 * each) ?? [
        'minute' as const,
        60_000,
      ];
      return numbers(unit, 'long').format(
        Math.max(0, Math.trunc(length / size)),
      );
    },
    dateTime: time => minute.format(time),
    second: time => second.format(time),
    exact: time => long.format(time),
    bytes(size) {
      const power = size < 1 ? 0 : Math.floor(Math.log10(size) / 3);
      const step = Math.min(power, SIZES.length - 1);
      return numbers(SIZES[step], 'short').format(size / 1000 ** step);
    },
  };
}

/** Numbers of a unit; one format for each that is asked for, in each length. */
function numbersOf(locale: string) {
  const known = new Map<string, Intl.NumberFormat>();
  return (unit: string, unitDisplay: 'short' | 'long') => {
    const key = `${unit} ${unitDisplay}`;
    let format = known.get(key);
    if (!format) {
      format = new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay,
        maximumFractionDigits: 1,
      });
      known.set(key, format);
    }
    return format;
  };
}
