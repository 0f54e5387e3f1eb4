import {
  ProtectionWarning,
  ReasonPlace,
} from '@appgear/backstage-plugin-velero-common';
import { Names } from '../../evidence';
import { ProtectionPolicy } from '../policy';
import { isWithin, Judgement } from './judge';
import { NamespaceSight, SightedPoint } from './sightOf';

/** Below this a share says little. */
const MIN_HELD = 5;
const NAMES_SHOWN = 10;

/** What may soon be wrong with a namespace, and is not yet. */
export function warningsFor(
  sight: NamespaceSight,
  judgement: Judgement,
  target: number,
  policy: ProtectionPolicy,
  now: number,
): ProtectionWarning[] {
  const { cluster, name } = sight.world;
  const place = { cluster, namespace: name };
  return [
    ...lastGoodExpires(sight, judgement, target, policy, now, place),
    ...holdsLess(sight, policy, place),
  ];
}

/**
 * The last proven point goes soon, and what came after it is not proven; or
 * nothing came after it though it is due. Velero deletes expired backups even
 * when nothing better is there (gc_controller.go).
 */
function lastGoodExpires(
  { points }: NamespaceSight,
  { proven }: Judgement,
  target: number,
  { expiryWarning }: ProtectionPolicy,
  now: number,
  place: ReasonPlace,
): ProtectionWarning[] {
  const expiresAt = proven?.source.expiresAt;
  if (!proven || expiresAt === undefined || expiresAt - now > expiryWarning) {
    return [];
  }
  const isNewest = points[0] === proven;
  const outlives = points.some(
    point =>
      point !== proven &&
      point.grade === 'complete' &&
      (point.source.expiresAt ?? Infinity) > expiresAt,
  );
  if (outlives || (isNewest && isWithin(proven, target, now))) {
    return [];
  }
  return [
    {
      code: 'lastGoodExpires',
      point: proven.point,
      expiresAt: new Date(expiresAt).toISOString(),
      next: 'backUpNow',
      ...place,
    },
  ];
}

/** The newest point holds much less than the one before it of the same making. */
function holdsLess(
  { points }: NamespaceSight,
  { shrinkRatio }: ProtectionPolicy,
  place: ReasonPlace,
): ProtectionWarning[] {
  const read = points.filter(({ evidence }) => evidence.state === 'read');
  const [newest, ...rest] = read;
  const before = rest.find(
    ({ source }) => source.schedule === newest.source.schedule,
  );
  if (
    !before ||
    before.held < MIN_HELD ||
    newest.held >= before.held * shrinkRatio
  ) {
    return [];
  }
  return [
    {
      code: 'holdsLess',
      point: newest.point,
      held: newest.held,
      before: before.point,
      heldBefore: before.held,
      missing: lostBetween(before, newest),
      next: 'fixSelection',
      ...place,
    },
  ];
}

function lostBetween(before: SightedPoint, after: SightedPoint) {
  const held: Names = after.contents?.objects ?? new Map();
  return [...(before.contents?.objects ?? [])]
    .map(([key, names]) => {
      const now = new Set(held.get(key));
      const lost = names.filter(name => !now.has(name)).sort();
      const parts = key.split('/');
      return {
        group: parts.length > 2 ? parts[0] : '',
        kind: parts[parts.length - 1],
        count: lost.length,
        names: lost.slice(0, NAMES_SHOWN),
      };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
