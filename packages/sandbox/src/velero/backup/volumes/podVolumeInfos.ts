import { VeleroContext } from '../../VeleroContext';
import { PodVolumeBackup } from '../../VeleroApi';
import { BackupWork } from '../BackupWork';
import { aboutVolume, VolumeInfo } from './volumeInfo';

/**
 * What became of a backup's PodVolumeBackups, for its VolumeInfos; those that
 * failed are errors of the backup.
 * Source: Velero 1.18.2, internal/volume/volumes_information.go, generateVolumeInfoFromPVB,
 * and pkg/podvolume/backupper.go, WaitAllPodVolumesProcessed.
 */
export function podVolumeInfos(
  work: BackupWork,
  context: VeleroContext,
): VolumeInfo[] {
  return [...work.podVolumeBackups].flatMap(name => {
    const found = context.api.podVolumeBackups.get(name);
    if (!found) {
      return [];
    }
    if (found.status?.phase !== 'Completed') {
      work.log.error(
        `pod volume backup failed: ${found.status?.message || 'not completed'}`,
      );
    }
    return infoOf(found, context);
  });
}

function infoOf(
  { metadata, spec, status }: PodVolumeBackup,
  { cluster }: VeleroContext,
): VolumeInfo {
  const claimName = metadata.annotations?.['velero.io/pvc-name'];
  const claim = claimName
    ? cluster.get({
        group: '',
        plural: 'persistentvolumeclaims',
        namespace: spec.pod.namespace,
        name: claimName,
      })
    : undefined;
  const volume =
    claim &&
    cluster.get({
      group: '',
      plural: 'persistentvolumes',
      name: claim.spec.volumeName,
    });
  const base = volume
    ? aboutVolume(claim, volume)
    : {
        snapshotDataMoved: false,
        preserveLocalSnapshot: false,
        skipped: false,
      };
  return {
    ...base,
    backupMethod: 'PodVolumeBackup',
    startTimestamp: status?.startTimestamp ?? undefined,
    completionTimestamp: status?.completionTimestamp ?? undefined,
    result: status?.phase === 'Completed' ? 'succeeded' : 'failed',
    pvbInfo: {
      snapshotHandle: status?.snapshotID,
      size: status?.progress?.totalBytes,
      incrementalSize: status?.incrementalBytes,
      uploaderType: spec.uploaderType ?? 'kopia',
      volumeName: spec.volume,
      podName: spec.pod.name!,
      podNamespace: spec.pod.namespace!,
      nodeName: spec.node,
      Phase: status?.phase ?? '',
    },
  };
}
