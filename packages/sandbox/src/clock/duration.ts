const UNITS: Record<string, number> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

const PATTERN = /^(-)?((?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+)$/;

/**
 * Reads a duration as people write it: like Go's (`720h`, `1h30m`, `250ms`), and
 * with days (`30d`), which Go does not know.
 *
 * @returns milliseconds
 * @throws when the text is no duration
 */
export function parseDuration(text: string): number {
  if (text === '0') {
    return 0;
  }
  const match = PATTERN.exec(text);
  if (!match) {
    throw new Error(
      `'${text}' is not a duration: write it like 30d, 720h, 1h30m, 45s or 250ms.`,
    );
  }
  let total = 0;
  for (const [, amount, unit] of match[2].matchAll(/([\d.]+)(ms|[smhd])/g)) {
    total += Number(amount) * UNITS[unit];
  }
  return match[1] ? -total : total;
}
