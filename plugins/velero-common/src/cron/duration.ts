const UNITS: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

const DURATION = /^([+-]?)((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;
const PART = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g;

/**
 * Milliseconds of a duration as Go writes it, such as `720h0m0s` or `1h30m`:
 * how Velero keeps TTLs and timeouts. There are no days. Throws an error for
 * anything else.
 *
 * @public
 */
export function parseGoDuration(text: string): number {
  if (/^[+-]?0$/.test(text)) {
    return 0;
  }
  const match = DURATION.exec(text);
  if (!match) {
    throw new Error(
      `"${text}" is not a duration. Write hours, minutes and seconds, such as 720h or 1h30m`,
    );
  }
  const [, sign, parts] = match;
  let total = 0;
  for (const [, amount, unit] of parts.matchAll(PART)) {
    total += Number(amount) * UNITS[unit];
  }
  return sign === '-' ? -total : total;
}

/** The other way round, as Go prints it: `720h0m0s`. @public */
export function formatGoDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const [h, m, s] = [
    Math.floor(seconds / 3600),
    Math.floor((seconds % 3600) / 60),
    seconds % 60,
  ];
  if (h > 0) {
    return `${h}h${m}m${s}s`;
  }
  return m > 0 ? `${m}m${s}s` : `${s}s`;
}
