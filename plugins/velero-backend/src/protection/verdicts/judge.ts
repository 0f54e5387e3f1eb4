import {
  POINT_GRADES,
  PointGrade,
  Verdict,
} from '@appgear/backstage-plugin-velero-common';
import { isNothing } from '../grading';
import { NamespaceSight, SightedPoint } from './sightOf';

/** A verdict, and the point that it rests on. */
export interface Judgement {
  readonly verdict: Verdict;
  /** The point one would go back to. */
  readonly point: SightedPoint | undefined;
  /** The newest point that is proven to hold everything. */
  readonly proven: SightedPoint | undefined;
  /** Points whose contents are not known, and that might make it better. */
  readonly doubtful: readonly SightedPoint[];
}

const AS_VERDICT: Record<PointGrade, Verdict> = {
  complete: 'stale',
  localOnly: 'localOnly',
  partial: 'partial',
  metadataOnly: 'metadataOnly',
  empty: 'empty',
  unknown: 'unknown',
};

/**
 * The verdict on one namespace. This is the only place that says `protected`:
 * of a point whose evidence was read and is complete, whose storage is
 * available, and that is within the target.
 */
export function judge(
  sight: NamespaceSight,
  target: number,
  now: number,
): Judgement {
  const { live, points, unreadable } = sight;
  const proven = points.find(point => isProven(point, sight));
  const reachable = points.filter(isReachable);
  const best = proven ?? bestOf(reachable);
  const doubtful = points.filter(
    point =>
      isWithin(point, target, now) &&
      (!isReachable(point) ||
        point.grade === 'unknown' ||
        unreadable.length > 0),
  );
  const verdict = (word: Verdict): Judgement => ({
    verdict: word,
    point: best,
    proven,
    doubtful,
  });
  if (live && unreadable.length === 0 && isNothing(live)) {
    return verdict('empty');
  }
  if (points.length === 0) {
    return verdict(
      sight.ofUnknownOrigin.length > 0 ? 'unknown' : 'unprotected',
    );
  }
  if (!live) {
    return verdict('unknown');
  }
  if (proven && isWithin(proven, target, now)) {
    return verdict('protected');
  }
  if (doubtful.some(point => couldBeComplete(point))) {
    return verdict('unknown');
  }
  const isClaimedOnly = best?.grade === 'complete' && best !== proven;
  return verdict(best && !isClaimedOnly ? AS_VERDICT[best.grade] : 'unknown');
}

function isProven(point: SightedPoint, { live, unreadable }: NamespaceSight) {
  return (
    live !== undefined &&
    unreadable.length === 0 &&
    point.evidence.state === 'read' &&
    point.grade === 'complete' &&
    isReachable(point)
  );
}

function isReachable({ source }: SightedPoint): boolean {
  return source.availability.state === 'available';
}

export function isWithin(
  { source }: SightedPoint,
  target: number,
  now: number,
): boolean {
  return now - source.takenAt <= target;
}

/** What is known to be incomplete stays so, wherever it lies. */
function couldBeComplete({ grade }: SightedPoint): boolean {
  return grade === 'complete' || grade === 'unknown';
}

/** Of what is known, the best; the newest of these. */
function bestOf(points: readonly SightedPoint[]): SightedPoint | undefined {
  return [...points].sort(
    (a, b) =>
      POINT_GRADES.indexOf(a.grade) - POINT_GRADES.indexOf(b.grade) ||
      b.source.takenAt - a.source.takenAt,
  )[0];
}
