import { stringify } from 'yaml';
import { RestoreSpec } from '@appgear/backstage-plugin-velero-common';

/** The Restore as a manifest, for `kubectl create`. */
export function toYaml(spec: RestoreSpec, veleroNamespace: string): string {
  return stringify({
    apiVersion: 'velero.io/v1',
    kind: 'Restore',
    metadata: {
      generateName: `${spec.backupName}-`,
      namespace: veleroNamespace,
    },
    spec,
  });
}
