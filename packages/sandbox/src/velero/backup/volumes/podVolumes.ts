import { BackupSpec } from '@appgear/backstage-plugin-velero-common';
import { KubeObject } from '../../../kubernetes';

/** Volume sources whose data is in the cluster's own objects, or out of reach. */
const NEVER_BY_DEFAULT = [
  'hostPath',
  'secret',
  'configMap',
  'projected',
  'downwardAPI',
];

export interface PodVolume {
  name: string;
  persistentVolumeClaim?: { claimName: string };
  [source: string]: unknown;
}

/**
 * The volumes of a pod whose files are read by the node agent: those named in
 * the pod's annotation, or all but those excluded.
 * Source: Velero 1.18.2, pkg/util/podvolume/pod_volume.go, GetVolumesByPod.
 */
export function volumesByFileSystem(
  pod: KubeObject,
  { defaultVolumesToFsBackup }: BackupSpec,
): PodVolume[] {
  const volumes: PodVolume[] = pod.spec?.volumes ?? [];
  if (!defaultVolumesToFsBackup) {
    const named = listed(pod, 'backup.velero.io/backup-volumes');
    return volumes.filter(({ name }) => named.includes(name));
  }
  const excluded = listed(pod, 'backup.velero.io/backup-volumes-excludes');
  return volumes.filter(
    volume =>
      NEVER_BY_DEFAULT.every(source => !(source in volume)) &&
      !excluded.includes(volume.name) &&
      !volume.name.startsWith('default-token'),
  );
}

export function isRunning({ spec, status }: KubeObject): boolean {
  return Boolean(spec?.nodeName) && status?.phase === 'Running';
}

function listed({ metadata }: KubeObject, annotation: string): string[] {
  return metadata.annotations?.[annotation]?.split(',') ?? [];
}
