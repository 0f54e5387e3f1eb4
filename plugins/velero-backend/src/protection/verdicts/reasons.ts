import {
  isVolumeSafe,
  NextStep,
  ProtectionReason,
  ReasonPlace,
} from '@appgear/backstage-plugin-velero-common';
import { isNothing } from '../grading';
import { refOf } from '../points';
import { isWithin, Judgement } from './judge';
import { doubtsAbout } from './doubts';
import { NamespaceSight, SightedPoint } from './sightOf';

/** Why a namespace has its verdict, worst first. */
export function reasonsFor(
  sight: NamespaceSight,
  judgement: Judgement,
  target: number,
  now: number,
): ProtectionReason[] {
  const { cluster, name } = sight.world;
  const place = { cluster, namespace: name };
  const { live, unreadable, points } = sight;
  if (live && unreadable.length === 0 && isNothing(live)) {
    return [{ code: 'nothingLives', next: 'none', ...place }];
  }
  if (points.length === 0) {
    return [whyNoPoint(sight, place), ...whyUnread(sight, place)];
  }
  return [
    ...whyUnread(sight, place),
    ...whyNotBetter(sight, judgement, target, now, place),
    ...whyOrigin(judgement, place),
  ];
}

function whyNoPoint(
  { world, earlier, isNew, ofUnknownOrigin, failed }: NamespaceSight,
  place: ReasonPlace,
): ProtectionReason {
  if (ofUnknownOrigin.length > 0) {
    return {
      code: 'originUnknown',
      point: refOf(ofUnknownOrigin[0]),
      count: ofUnknownOrigin.length,
      next: 'setOwnPrefix',
      ...place,
    };
  }
  if (earlier.length > 0) {
    return {
      code: 'recreated',
      createdAt: new Date(world.createdAt).toISOString(),
      point: refOf(earlier[0]),
      next: 'backUpNow',
      ...place,
    };
  }
  const [attempt] = failed;
  return {
    code: 'noPoint',
    ...(attempt && {
      failed: { ...refOf(attempt), phase: attempt.phase },
    }),
    next: nextForNoPoint(attempt !== undefined, isNew),
    ...place,
  };
}

/** What is made in the scope of backups is in the next one. */
function nextForNoPoint(hasFailed: boolean, isNew: boolean): NextStep {
  if (hasFailed) {
    return 'fixSchedule';
  }
  return isNew ? 'backUpNow' : 'addToSchedule';
}

function whyUnread(
  { world, live, unreadable }: NamespaceSight,
  place: ReasonPlace,
): ProtectionReason[] {
  if (world.isLost) {
    return [{ code: 'onlyInBackups', next: 'none', ...place }];
  }
  if (!live) {
    return [{ code: 'inventoryUnread', next: 'checkCluster', ...place }];
  }
  return unreadable.length > 0
    ? [
        {
          code: 'kindsUnreadable',
          kinds: [...unreadable],
          next: 'grantRead',
          ...place,
        },
      ]
    : [];
}

function whyNotBetter(
  { points, failed }: NamespaceSight,
  { verdict, point, doubtful }: Judgement,
  target: number,
  now: number,
  place: ReasonPlace,
): ProtectionReason[] {
  if (verdict === 'protected') {
    return [];
  }
  const doubted = doubtful.length > 0 ? doubtful : points;
  const reasons = verdict === 'unknown' ? doubtsAbout(doubted, place) : [];
  const newest = points.find(({ grade }) => grade !== 'unknown');
  if (newest && newest !== point) {
    reasons.push(...shortcomings(newest, place));
  }
  if (point) {
    reasons.push(...shortcomings(point, place));
    if (!isWithin(point, target, now)) {
      reasons.push({
        code: 'tooOld',
        point: point.point,
        ageSeconds: seconds(now - point.source.takenAt),
        targetSeconds: seconds(target),
        next: failed.some(({ takenAt }) => takenAt > point.source.takenAt)
          ? 'fixSchedule'
          : 'useMoreFrequentSchedule',
        ...place,
      });
    }
  }
  return reasons;
}

/** What one point lacks. */
export function shortcomings(
  { grade, point, missing, volumes, errors, firstErrors }: SightedPoint,
  place: ReasonPlace,
): ProtectionReason[] {
  const reasons: ProtectionReason[] = [];
  if (grade === 'empty') {
    return [
      { code: 'pointEmpty', point, missing, next: 'fixSelection', ...place },
    ];
  }
  const unsafe = volumes.filter(volume => !isVolumeSafe(volume));
  const local = unsafe.filter(({ outcome }) => outcome === 'local');
  const unrecorded = unsafe.filter(({ outcome }) => outcome === 'unrecorded');
  const lost = unsafe.filter(
    volume => !local.includes(volume) && !unrecorded.includes(volume),
  );
  if (missing.length > 0) {
    reasons.push({
      code: 'objectsMissing',
      point,
      missing,
      next: 'fixSelection',
      ...place,
    });
  }
  if (lost.length > 0) {
    reasons.push({
      code: 'volumesNotSaved',
      point,
      volumes: lost,
      next: 'saveVolumes',
      ...place,
    });
  }
  if (unrecorded.length > 0) {
    reasons.push({
      code: 'volumesUnrecorded',
      point,
      next: 'backUpNow',
      ...place,
    });
  }
  if (local.length > 0) {
    reasons.push({
      code: 'volumesLocal',
      point,
      volumes: local,
      next: 'makeSnapshotsPortable',
      ...place,
    });
  }
  if (errors > 0) {
    reasons.push({
      code: 'pointErrors',
      point,
      errors,
      first: [...firstErrors],
      next: 'readErrors',
      ...place,
    });
  }
  return reasons;
}

function whyOrigin(
  { point }: Judgement,
  place: ReasonPlace,
): ProtectionReason[] {
  const origin = point?.source.origin;
  return point && origin && origin.basis !== 'made'
    ? [
        {
          code: 'originInferred',
          point: point.point,
          origin,
          next: 'none',
          ...place,
        },
      ]
    : [];
}

function seconds(milliseconds: number): number {
  return Math.round(milliseconds / 1000);
}
