import type { VolumeFate } from '@appgear/backstage-plugin-velero-common';
import { Say } from '../../translation';

/** Such as `data (skipped: …), logs (only in a snapshot beside the volume)`. */
export function volumesText(volumes: readonly VolumeFate[], t: Say): string {
  return volumes
    .map(({ claim, outcome, reason }) => {
      const fate = t(`volume.${outcome}`);
      // Velero separates its reasons by a semicolon, and the last one too.
      const why = reason?.replace(/;\s*$/, '');
      return `${claim} (${why ? `${fate}: ${why}` : fate})`;
    })
    .join(', ');
}
