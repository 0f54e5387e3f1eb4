import {
  EvidenceFailure,
  NextStep,
  ProtectionReason,
  ReasonPlace,
} from '@appgear/backstage-plugin-velero-common';
import { SightedPoint } from './sightOf';

/** The newest doubts are enough; the page lists all points. */
const MAX_DOUBTS = 3;

const NEXT: Partial<Record<EvidenceFailure, NextStep>> = {
  clusterUnreachable: 'checkCluster',
  notAllowed: 'grantRead',
  notSigned: 'checkCluster',
  slow: 'wait',
};

/** Why it is not known what points hold, or whether they can be reached. */
export function doubtsAbout(
  points: readonly SightedPoint[],
  place: ReasonPlace,
): ProtectionReason[] {
  const unread = points
    .flatMap(point => unreadReason(point, place) ?? [])
    .slice(0, MAX_DOUBTS);
  const storages = new Map<string, ProtectionReason>();
  for (const { point, source } of points) {
    const { availability, storage } = source;
    if (availability.state !== 'available' && !storages.has(storage)) {
      storages.set(storage, {
        code: 'storageUnavailable',
        point,
        storage,
        ...(availability.state === 'unavailable' &&
          availability.message && { message: availability.message }),
        next: 'checkStorage',
        ...place,
      });
    }
  }
  return [...storages.values(), ...unread];
}

function unreadReason(
  { evidence, point }: SightedPoint,
  place: ReasonPlace,
): ProtectionReason | undefined {
  if (evidence.state === 'waiting') {
    return { code: 'evidenceWaiting', point, next: 'wait', ...place };
  }
  if (evidence.state === 'read') {
    return undefined;
  }
  const { failure, nextAttemptAt } = evidence;
  return {
    code: 'evidenceUnknown',
    point,
    failure,
    ...(nextAttemptAt !== undefined && {
      nextAttemptAt: new Date(nextAttemptAt).toISOString(),
    }),
    next: NEXT[failure] ?? 'checkStorage',
    ...place,
  };
}
