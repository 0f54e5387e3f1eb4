import { DataUpload, VeleroKind } from '../../VeleroApi';
import { Operation } from '../operations';
import { VolumeInfo } from './volumeInfo';

/**
 * VolumeInfos as they are once a backup's operations ended.
 * Source: Velero 1.18.2, pkg/backup/backup.go, updateVolumeInfos.
 */
export function finalVolumeInfos(
  infos: readonly VolumeInfo[],
  operations: readonly Operation[],
  uploads: VeleroKind<DataUpload>,
): VolumeInfo[] {
  return infos.map(info => {
    const id = (info.snapshotDataMovementInfo ?? info.csiSnapshotInfo)
      ?.operationID;
    const operation = operations.find(({ spec }) => spec.operationID === id);
    if (!operation) {
      return info;
    }
    const [item] = operation.spec.postOperationItems;
    return info.snapshotDataMovementInfo
      ? moved(info, uploads.get(item.Name))
      : {
          ...info,
          completionTimestamp: operation.status.updated,
          result: operation.status.error ? 'failed' : 'succeeded',
        };
  });
}

function moved(info: VolumeInfo, upload: DataUpload | undefined): VolumeInfo {
  const { spec, status } = upload ?? {};
  return {
    ...info,
    startTimestamp: status?.startTimestamp ?? undefined,
    completionTimestamp: status?.completionTimestamp ?? undefined,
    result: status?.phase === 'Completed' ? 'succeeded' : 'failed',
    snapshotDataMovementInfo: {
      ...info.snapshotDataMovementInfo!,
      snapshotHandle: status?.snapshotID ?? '',
      retainedSnapshot: spec?.csiSnapshot?.volumeSnapshot,
      size: status?.progress?.totalBytes ?? 0,
      incrementalSize: status?.incrementalBytes,
      Phase: status?.phase ?? '',
    },
  };
}
