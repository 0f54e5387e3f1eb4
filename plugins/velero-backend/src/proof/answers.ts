import {
  NamespacePoint,
  POINT_GRADES,
  PointGrade,
  ProtectionSummary,
  RecoveryPointSummary,
  WorkspaceProtection,
  WorkspaceRecoveryPoint,
} from '@appgear/backstage-plugin-velero-common';
import { RecoveryPoint, refOf } from '../protection';
import { byAge } from '../protection/points';
import type { Assessed } from './Assessor';
import type { Proof } from './Proof';

const POINTS_SHOWN = 30;

/** All about a workspace's protection, but for the freshness of clusters. */
export function describeProtection(
  { assessment, at }: Assessed,
  summary: ProtectionSummary,
  { inventory }: Proof,
): Omit<WorkspaceProtection, 'freshness'> {
  const clusters = new Set(assessment.namespaces.map(({ cluster }) => cluster));
  return {
    ...assessment,
    assessedAt: new Date(at).toISOString(),
    summary,
    namespaces: assessment.namespaces.map(namespace => ({
      ...namespace,
      points: namespace.points.slice(0, POINTS_SHOWN),
    })),
    inventory: [...clusters].map(cluster => {
      const state = inventory.stateOf(cluster);
      return {
        cluster,
        ...(state && { readAt: new Date(state.readAt).toISOString() }),
        unreadable: [...(state?.unreadable ?? [])],
      };
    }),
  };
}

/** All points in whose scope a workspace lies, newest first; failed ones too. */
export function listPoints(
  { world, assessment }: Assessed,
  proof: Proof,
): WorkspaceRecoveryPoint[] {
  const graded = new Map<string, NamespacePoint[]>();
  for (const { cluster, namespace, points } of assessment.namespaces) {
    for (const { point, ...rest } of points) {
      const key = keyOf(point.backup, point.takenAt);
      const known = graded.get(key) ?? [];
      known.push({ cluster, namespace, ...rest });
      graded.set(key, known);
    }
  }
  const points = new Map(
    world.namespaces.flatMap(namespace =>
      namespace.points.map(point => [point.id, point] as const),
    ),
  );
  return [...points.values()].sort(byAge).map(point => {
    const summary = summarize(point, proof);
    const namespaces = graded.get(keyOf(summary.backup, summary.takenAt)) ?? [];
    const grade = worst(namespaces.map(it => it.grade));
    return { ...summary, ...(grade && { grade }), namespaces };
  });
}

function summarize(
  point: RecoveryPoint,
  { evidence, assessor }: Proof,
): RecoveryPointSummary {
  const { id, phase, schedule, completedAt, expiresAt, origin } = point;
  const [backup] = assessor.points.backupsOf(id);
  return {
    ...refOf(point),
    id,
    phase,
    ...(schedule && { schedule }),
    ...(completedAt && { completedAt: new Date(completedAt).toISOString() }),
    ...(expiresAt && { expiresAt: new Date(expiresAt).toISOString() }),
    origin,
    seenFrom: point.seenFrom.map(({ cluster }) => cluster).sort(),
    evidence: backup ? evidence.statusOf(backup) : { state: 'none' },
    available: point.availability.state === 'available',
  };
}

function keyOf(backup: string, takenAt: string): string {
  return `${backup}/${takenAt}`;
}

function worst(grades: readonly PointGrade[]): PointGrade | undefined {
  return [...grades].sort(
    (a, b) => POINT_GRADES.indexOf(b) - POINT_GRADES.indexOf(a),
  )[0];
}
