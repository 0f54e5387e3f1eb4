import type { VolumeFate } from '@appgear/backstage-plugin-velero-common';
import { Say } from '../../translation';

/** Such as `data (skipped: …), logs (only in a snapshot beside the volume)`. */
export function volumesText(volumes: readonly VolumeFate[], t: Say): string {
  return volumes
    .map(({ claim, outcome, reason }) => {
      const fate = t(`volume.${outcome}`);
      return `${claim} (${reason ? `${fate}: ${reason}` : fate})`;
    })
    .join(', ');
}
