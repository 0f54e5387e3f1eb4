const MINUTE = 60_000;

export const HOUR = 60;
export const DAY = 24 * HOUR;

/** The moment so many minutes from now, or before it when negative. */
export function at(minutes: number): string {
  return new Date(Date.now() + minutes * MINUTE).toISOString();
}
