import {
  isVolumeSafe,
  NamespaceLoss,
  VolumeFate,
} from '@appgear/backstage-plugin-velero-common';
import { kindCounts } from '../grading';
import { Judgement } from './judge';
import { NamespaceSight } from './sightOf';

/** What would be lost of a namespace if its cluster died now. */
export function lossOf(
  sight: NamespaceSight,
  { point }: Judgement,
  now: number,
): NamespaceLoss {
  const { world, live, unreadable, points } = sight;
  const shared = {
    cluster: world.cluster,
    namespace: world.name,
    excluded: kindCounts(live?.excluded ?? []),
  };
  if (point?.evidence.state !== 'read') {
    const volumes = (live?.claims ?? []).map(
      ({ volume }): VolumeFate => ({
        claim: volume.claim,
        outcome: 'notHeld',
        ...(volume.driver && { driver: volume.driver }),
        ...(volume.bytes !== undefined && { bytes: volume.bytes }),
      }),
    );
    return {
      ...shared,
      objects: kindCounts(live?.objects ?? []),
      volumes,
      newer: 0,
      // A point that was not read may hold it all.
      complete: live !== undefined && points.length === 0,
    };
  }
  return {
    ...shared,
    point: point.point,
    sinceSeconds: Math.max(0, Math.round((now - point.source.takenAt) / 1000)),
    objects: point.missing,
    volumes: point.volumes.filter(volume => !isVolumeSafe(volume)),
    newer: point.newer,
    complete: live !== undefined && unreadable.length === 0,
  };
}
