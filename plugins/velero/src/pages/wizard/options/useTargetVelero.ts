import {
  parseVeleroVersion,
  restoreFieldsUnknownTo,
} from '@appgear/backstage-plugin-velero-common';
import { useVeleroQuery } from '../../../query';
import { useWizard } from '../WizardContext';

/**
 * Which fields of a Restore the target's Velero has. Where its version is not
 * known, all: the backend judges again when the request is previewed.
 */
export function useTargetVelero(): {
  /** Such as `v1.18.2`. */
  version: string | undefined;
  knows(field: string): boolean;
} {
  const { cluster } = useWizard();
  const overview = useVeleroQuery('overview', (api, signal) =>
    api.getOverview({ signal }),
  ).data;
  const version = overview?.clusters.find(
    each => each.cluster === cluster,
  )?.veleroVersion;
  const unknown = restoreFieldsUnknownTo(parseVeleroVersion(version ?? ''));
  return {
    version,
    knows: field => !unknown.some(each => each.field === field),
  };
}
