import type { ComplianceSpan } from '../../api';

/** The backend's limit (complianceQuerySchema). */
export const MAX_DAYS = 400;

const DAY_MS = 86_400_000;
const USUAL_DAYS = 30;

/** The first and the last day of a report, `YYYY-MM-DD` in the reader's zone. */
export interface Days {
  from: string;
  to: string;
}

/** The last thirty days, today included. */
export function usualDays(now: Date): Days {
  return { from: dayOf(now, 1 - USUAL_DAYS), to: dayOf(now, 0) };
}

/** The span of whole days; undefined when there is no such span. */
export function spanOfDays({ from, to }: Days): ComplianceSpan | undefined {
  const start = new Date(`${from}T00:00:00`);
  const end = new Date(`${to}T00:00:00`);
  end.setDate(end.getDate() + 1);
  const length = end.getTime() - start.getTime();
  return length > 0 && length <= MAX_DAYS * DAY_MS
    ? { from: start.toISOString(), to: end.toISOString() }
    : undefined;
}

function dayOf(now: Date, shift: number): string {
  const day = new Date(
    now.getFullYear(),
    now.getMonth(),
    now.getDate() + shift,
  );
  const pad = (part: number) => String(part).padStart(2, '0');
  return [day.getFullYear(), pad(day.getMonth() + 1), pad(day.getDate())].join(
    '-',
  );
}
