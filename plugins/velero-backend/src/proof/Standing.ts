import {
  LossSummary,
  NamespaceAssessment,
  POINT_GRADES,
  PointGrade,
  ProtectionReason,
  ProtectionSummary,
  ProtectionWarning,
  WorkspaceAssessment,
} from '@appgear/backstage-plugin-velero-common';

/** How a workspace stands, as far as it is kept in memory. Times are milliseconds since 1970. */
export interface Standing {
  readonly workspace: string;
  readonly summary: ProtectionSummary;
  /** Worst first. */
  readonly reasons: readonly ProtectionReason[];
  readonly warnings: readonly ProtectionWarning[];
  /** Of volumes' data in the newest point of each namespace that was read. */
  readonly storedBytes: number;
  /**
   * What the newest points are worth to the workspace: the worst of its
   * namespaces in which something lives. By `gradeKey`. When all was deleted
   * there is nothing to compare them with, and people need them most: then
   * what they were worth when something last lived, as far as it was seen.
   */
  readonly grades: ReadonlyMap<string, PointGrade>;
  readonly assessedAt: number;
  /** When the passing of time alone may make it another one. */
  readonly recheckAt: number;
}

const REASONS_SHOWN = 3;
/** Of a workspace with hundreds of namespaces. */
const REASONS_KEPT = 50;
const RECHECK_MS = 10 * 60_000;

/** @param before - how it stood, if it was assessed before */
export function standingOf(
  assessment: WorkspaceAssessment,
  expiries: readonly number[],
  now: number,
  before?: Standing,
): Standing {
  const { verdict, reasons, warnings, rpo, namespaces } = assessment;
  const provenAt = oldest(
    namespaces
      .filter(({ reasons: why }) => !livesNothing(why))
      .map(({ proven }) => proven?.takenAt),
  );
  const summary: ProtectionSummary = {
    verdict,
    reasons: reasons.slice(0, REASONS_SHOWN),
    warnings: warnings.length,
    targetSeconds: rpo.targetSeconds,
    targetSource: rpo.targetSource,
    ...(rpo.achievedSeconds !== undefined && provenAt && { provenAt }),
    loss: lossOf(namespaces),
  };
  const turns = [
    now + RECHECK_MS,
    ...(provenAt
      ? [Date.parse(provenAt) + 1000 * (rpo.targetSeconds + 1)]
      : []),
    ...expiries,
  ];
  return {
    workspace: assessment.workspace,
    summary,
    reasons: reasons.slice(0, REASONS_KEPT),
    warnings: warnings.slice(0, REASONS_KEPT),
    storedBytes: storedIn(namespaces),
    grades:
      before && lostEverything(namespaces)
        ? before.grades
        : gradesIn(namespaces),
    assessedAt: now,
    recheckAt: Math.min(...turns.filter(at => at > now)),
  };
}

/** Whether people would read the same. */
export function isSameStanding(a: Standing, b: Standing): boolean {
  return JSON.stringify(toldBy(a)) === JSON.stringify(toldBy(b));
}

function toldBy({ summary, reasons, warnings }: Standing) {
  // Ages grow by themselves; pages work them out.
  const ageless = reasons.map(reason =>
    reason.code === 'tooOld' ? { ...reason, ageSeconds: 0 } : reason,
  );
  return [{ ...summary, reasons: [] }, ageless, warnings];
}

function lossOf(namespaces: readonly NamespaceAssessment[]): LossSummary {
  const filled = namespaces.filter(({ reasons }) => !livesNothing(reasons));
  const losses = filled.map(({ loss }) => loss);
  const points = losses.map(({ point }) => point?.takenAt);
  const pointAt = oldest(points);
  return {
    everything: losses.length > 0 && points.every(point => !point),
    ...(pointAt && { pointAt }),
    objects: sum(
      losses.flatMap(({ objects }) => objects.map(({ count }) => count)),
    ),
    volumes: sum(losses.map(({ volumes }) => volumes.length)),
    newer: sum(losses.map(({ newer }) => newer)),
    complete: losses.every(({ complete }) => complete),
  };
}

/** Names a point among those of a workspace. */
export function gradeKey(backup: string, takenAt: string | number): string {
  const at = typeof takenAt === 'string' ? Date.parse(takenAt) : takenAt;
  return `${backup}/${at}`;
}

const POINTS_GRADED = 40;

function gradesIn(
  namespaces: readonly NamespaceAssessment[],
): Map<string, PointGrade> {
  const grades = new Map<string, PointGrade>();
  for (const { points, reasons } of namespaces) {
    for (const { point, grade } of points.slice(0, POINTS_GRADED)) {
      const key = gradeKey(point.backup, point.takenAt);
      const known = grades.get(key) ?? 'complete';
      if (!livesNothing(reasons)) {
        const isWorse =
          POINT_GRADES.indexOf(grade) > POINT_GRADES.indexOf(known);
        grades.set(key, isWorse ? grade : known);
      }
    }
  }
  return grades;
}

function storedIn(namespaces: readonly NamespaceAssessment[]): number {
  const newest = namespaces.flatMap(
    ({ points }) => points.find(({ grade }) => grade !== 'unknown') ?? [],
  );
  return sum(
    newest.flatMap(({ volumes }) =>
      volumes
        .filter(({ outcome }) => outcome === 'stored')
        .map(({ bytes = 0 }) => bytes),
    ),
  );
}

function livesNothing(reasons: readonly ProtectionReason[]): boolean {
  return reasons.some(({ code }) => code === 'nothingLives');
}

/** Nothing is there that was, or there never was anything. */
function lostEverything(namespaces: readonly NamespaceAssessment[]): boolean {
  return namespaces.every(({ reasons }) => livesNothing(reasons));
}

/** Undefined when one of them is not there. */
function oldest(times: readonly (string | undefined)[]): string | undefined {
  const known = times.filter(time => time !== undefined);
  return known.length === times.length ? known.sort()[0] : undefined;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
