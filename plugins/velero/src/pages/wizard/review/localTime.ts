/**
 * A moment as a `datetime-local` input has it: to the minute, in the zone of
 * the browser. Empty for none.
 *
 * @param iso - ISO 8601, or empty
 */
export function toLocalTime(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return '';
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length);
}

/** What such an input has, as ISO 8601 in UTC. Empty for none. */
export function fromLocalTime(text: string): string {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}
