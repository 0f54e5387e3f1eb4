import { usedBytes } from '../backup/volumes/volumeInfo';
import { isNodeAgentOn } from '../nodeAgent';
import { PodVolumeBackup } from '../VeleroApi';
import { DataMovementController } from './DataMovementController';

/** A volume of a pod without a claim, such as an emptyDir. */
const EMPTY_DIR_BYTES = 16 * 2 ** 20;
/** How much of a volume is new since its last backup, about. */
const CHANGED_SHARE = 0.05;

/** Reads volumes of running pods, on the pod's own node. */
export class PodVolumeBackupController extends DataMovementController<PodVolumeBackup> {
  protected readonly kind = this.context.api.podVolumeBackups;

  protected nodeFor({ spec }: PodVolumeBackup): string | undefined {
    return isNodeAgentOn(spec.node, this.context) ? spec.node : undefined;
  }

  protected bytesOf({ metadata, spec }: PodVolumeBackup): number {
    const name = metadata.annotations?.['velero.io/pvc-name'];
    const claim =
      name &&
      this.context.cluster.get({
        group: '',
        plural: 'persistentvolumeclaims',
        namespace: spec.pod.namespace,
        name,
      });
    return claim ? usedBytes(claim) : EMPTY_DIR_BYTES;
  }

  protected outcome(
    { spec }: PodVolumeBackup,
    bytes: number,
  ): PodVolumeBackup['status'] {
    return {
      path: `/host_pods/${spec.pod.uid}/volumes/kubernetes.io~csi/${spec.volume}/mount`,
      snapshotID: this.context.random.hex(32),
      incrementalBytes: Math.floor(bytes * CHANGED_SHARE),
    };
  }
}
