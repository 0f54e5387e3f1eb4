import {
  ComplianceRow,
  Verdict,
} from '@appgear/backstage-plugin-velero-common';
import { HistoryEntry } from '../telling';

/** A span of time, in milliseconds since 1970. */
export interface Span {
  from: number;
  to: number;
}

/** The part of a row that follows from a workspace's history. */
export type Compliance = Pick<
  ComplianceRow,
  | 'verdict'
  | 'protectedSeconds'
  | 'knownSeconds'
  | 'protectedPercent'
  | 'longestGapSeconds'
  | 'seconds'
>;

/**
 * Adds up how a workspace was protected.
 *
 * @param entries - its history up to the span's end, in order; what was before
 *   the span counts from its beginning
 */
export function summarizeHistory(
  entries: readonly HistoryEntry[],
  { from, to }: Span,
): Compliance {
  const times = new Map<Verdict, number>();
  let gap = 0;
  let longestGap = 0;
  entries.forEach(({ verdict, at }, index) => {
    const begin = Math.max(at, from);
    const end = Math.min(entries[index + 1]?.at ?? to, to);
    const lasted = Math.max(0, end - begin);
    if (verdict) {
      times.set(verdict, (times.get(verdict) ?? 0) + lasted);
    }
    gap = verdict && verdict !== 'protected' ? gap + lasted : 0;
    longestGap = Math.max(longestGap, gap);
  });
  const known = [...times.values()].reduce((sum, time) => sum + time, 0);
  const safe = times.get('protected') ?? 0;
  const verdict = entries.at(-1)?.verdict;
  return {
    ...(verdict && { verdict }),
    protectedSeconds: toSeconds(safe),
    knownSeconds: toSeconds(known),
    ...(known > 0 && {
      protectedPercent: Math.floor((10_000 * safe) / known) / 100,
    }),
    longestGapSeconds: toSeconds(longestGap),
    seconds: Object.fromEntries(
      [...times].map(([verdictThen, time]) => [verdictThen, toSeconds(time)]),
    ),
  };
}

function toSeconds(milliseconds: number): number {
  return Math.round(milliseconds / 1000);
}
