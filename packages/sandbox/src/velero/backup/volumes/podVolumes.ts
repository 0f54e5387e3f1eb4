import { BackupSpec } from '@appgear/backstage-plugin-velero-common';
import { KubeObject } from '../../../kubernetes';
import { isNodeAgentOn } from '../../nodeAgent';
import { VeleroContext } from '../../VeleroContext';

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

/**
 * Why the node agent cannot read a pod's volumes: an error of the backup, or
 * only a reason to skip them.
 * Source: Velero 1.18.2, pkg/util/kube/pod.go and pkg/nodeagent/node_agent.go.
 */
export function whyNotReadable(
  pod: KubeObject,
  context: VeleroContext,
): { message: string; isError: boolean } | undefined {
  const { name, namespace } = pod.metadata;
  const phase = pod.status?.phase ?? '';
  const about = `name=${name}, namespace=${namespace}, phase=${phase}`;
  const node = pod.spec?.nodeName;
  if (!node) {
    return { message: `pod is not scheduled, ${about}`, isError: false };
  }
  if (!isRunning(pod)) {
    const message = `pod is not in the expected status, ${about}: pod is not running`;
    return { message, isError: false };
  }
  return isNodeAgentOn(node, context)
    ? undefined
    : {
        message: `daemonset pod not found in running state in node ${node}`,
        isError: true,
      };
}

function listed({ metadata }: KubeObject, annotation: string): string[] {
  return metadata.annotations?.[annotation]?.split(',') ?? [];
}
