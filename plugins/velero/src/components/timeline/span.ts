/** Enough that a single point does not stand at both ends. */
const LEAST_SPAN_MS = 3_600_000;

/** The time that a picture shows, from the oldest point until now. */
export interface Span {
  /** In ms. */
  length: number;
  /** Where a moment stands, from 0 at the oldest to 1 now. */
  place(at: string): number;
}

/** The span of points at these moments, ISO 8601; `now` in ms since the epoch. */
export function spanOf(moments: string[], now: number): Span {
  const times = moments.map(moment => Date.parse(moment));
  const length = Math.max(LEAST_SPAN_MS, ...times.map(time => now - time));
  return {
    length,
    place: at => {
      const place = 1 - (now - Date.parse(at)) / length;
      return Math.min(1, Math.max(0, place));
    },
  };
}
