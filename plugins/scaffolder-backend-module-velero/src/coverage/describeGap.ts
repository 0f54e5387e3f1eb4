import {
  NamespaceCoverage,
  VolumeForecast,
} from '@appgear/backstage-plugin-velero-common';

const VOLUMES: Partial<Record<VolumeForecast, string>> = {
  local: 'its snapshot would stay beside it (set snapshotMoveData)',
  notSaved: 'its data would not be saved',
  notHeld: 'not even its claim would be held',
  unknown: 'it cannot be told whether its data would be saved',
};

/** One sentence on what a backup would not hold of a namespace, and why. */
export function describeGap({
  namespace,
  outcome,
  held,
  total,
  missed,
  volumes,
}: NamespaceCoverage): string {
  if (outcome === 'unknown') {
    return `it is not known yet what lives in ${namespace}; try again in a minute`;
  }
  const objects = missed.map(({ why, kinds }) => {
    const counts = kinds.map(({ kind, count }) => `${count} ${kind}`);
    return `${counts.join(', ')} (${why})`;
  });
  const data = volumes.flatMap(({ claim, forecast }) => {
    const text = VOLUMES[forecast];
    return text ? [`volume ${claim}: ${text}`] : [];
  });
  return [
    `would hold ${held} of ${total} objects of ${namespace}`,
    ...(objects.length > 0 ? [`not ${objects.join('; ')}`] : []),
    ...data,
  ].join('; ');
}
