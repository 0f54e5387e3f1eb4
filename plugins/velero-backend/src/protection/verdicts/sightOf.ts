import { CountedLive, countedLive, GradedPoint, Grader } from '../grading';
import { isTakenAlong } from '../../inventory/kindsToRead';
import { byAge, isUsable, RecoveryPoint } from '../points';
import { ProtectionPolicy } from '../policy';
import { NamespaceWorld, PointEvidence, WorkspaceWorld } from '../world';

/** A point and what is known of its evidence. */
export interface SightedPoint extends GradedPoint {
  readonly evidence: PointEvidence;
}

/** All that is known of one namespace, sorted out. */
export interface NamespaceSight {
  readonly world: NamespaceWorld;
  /** Undefined: not read. */
  readonly live: CountedLive | undefined;
  /** Kinds that count, and of which nothing is known. */
  readonly unreadable: readonly string[];
  /** Points of this very namespace that can be gone back to; newest first, as are all. */
  readonly points: readonly SightedPoint[];
  /** Usable points that are proven to hold an earlier namespace of this name. */
  readonly earlier: readonly RecoveryPoint[];
  /** Usable points whose scope takes it in are all older than it is. */
  readonly isNew: boolean;
  /** Usable points that may be of this cluster or of another. */
  readonly ofUnknownOrigin: readonly RecoveryPoint[];
  /** What Velero did not finish, or ended without files. */
  readonly failed: readonly RecoveryPoint[];
}

/** Sorts out what is known of a namespace. */
export function sightOf(
  world: NamespaceWorld,
  evidenceOf: WorkspaceWorld['evidenceOf'],
  policy: ProtectionPolicy,
  now: number,
): NamespaceSight {
  const sorted = [...world.points].sort(byAge);
  const usable = sorted.filter(point => isUsable(point, now));
  // Of a lost namespace nobody knows the cluster, so that every point may be its.
  const own = usable.filter(
    ({ origin }) => world.isLost || origin.cluster === world.cluster,
  );
  const current = own.filter(({ takenAt }) => takenAt >= world.createdAt);
  const before = own.filter(({ takenAt }) => takenAt < world.createdAt);
  const live =
    world.live.state === 'read' && !world.isLost
      ? countedLive(world.live.content, policy.exemptKinds)
      : undefined;
  return {
    world,
    live,
    unreadable:
      world.live.state === 'read'
        ? world.live.unreadable.filter(kind => !isTakenAlong(kind))
        : [],
    points: gradeAll(world, current, evidenceOf, live, policy),
    earlier: before.filter(({ id }) => holds(evidenceOf(id), world.name)),
    isNew: current.length === 0 && before.length > 0,
    ofUnknownOrigin: usable.filter(({ origin }) => !origin.cluster),
    failed: sorted.filter(
      point =>
        point.phase !== '' &&
        point.takenAt >= world.createdAt &&
        !isUsable(point, now),
    ),
  };
}

/** The scope `*` takes in what did not exist yet: only its contents tell. */
function holds(evidence: PointEvidence, namespace: string): boolean {
  return (
    evidence.state === 'read' && evidence.contentsOf(namespace) !== undefined
  );
}

const NOTHING: CountedLive = { objects: [], claims: [], excluded: [] };

function gradeAll(
  { name }: NamespaceWorld,
  points: readonly RecoveryPoint[],
  evidenceOf: WorkspaceWorld['evidenceOf'],
  live: CountedLive | undefined,
  policy: ProtectionPolicy,
): SightedPoint[] {
  const grader = new Grader(name, live ?? NOTHING, policy);
  return points.map(point => {
    const evidence = evidenceOf(point.id);
    const graded = grader.grade(point, evidence);
    // Against what is not known nothing can be proven.
    return { ...graded, ...(!live && { grade: 'unknown' }), evidence };
  });
}
