const UNITS = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
} as const;

const SHORT = /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?$/;
const ISO = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/**
 * Milliseconds of a duration as people write it into an annotation: `4h`,
 * `1d12h`, `90m`, or ISO 8601's `PT4H`. Undefined for anything else, and for
 * nothing at all.
 */
export function parseDuration(text: string): number | undefined {
  const trimmed = text.trim();
  const match = SHORT.exec(trimmed) ?? ISO.exec(trimmed);
  if (!match) {
    return undefined;
  }
  const [w, d, h, m] = match.slice(1).map(part => Number(part ?? 0));
  const total = w * UNITS.w + d * UNITS.d + h * UNITS.h + m * UNITS.m;
  return total > 0 ? total : undefined;
}
