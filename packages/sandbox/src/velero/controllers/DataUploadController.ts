import { usedBytes } from '../backup/volumes/volumeInfo';
import { nodesWithAgent } from '../nodeAgent';
import { DataUpload } from '../VeleroApi';
import { DataMovementController } from './DataMovementController';

/** How much of a volume is new since its last backup, about. */
const CHANGED_SHARE = 0.05;

/** Moves snapshots to the backup's location, from any node with an agent. */
export class DataUploadController extends DataMovementController<DataUpload> {
  protected readonly kind = this.context.api.dataUploads;

  protected nodeFor(): string | undefined {
    return nodesWithAgent(this.context)[0];
  }

  protected bytesOf({ spec }: DataUpload): number {
    const claim = this.context.cluster.get({
      group: '',
      plural: 'persistentvolumeclaims',
      namespace: spec.sourceNamespace,
      name: spec.sourcePVC,
    });
    return claim ? usedBytes(claim) : 0;
  }

  protected outcome(_: DataUpload, bytes: number): DataUpload['status'] {
    return {
      snapshotID: this.context.random.hex(32),
      path: `/var/lib/kubelet/plugins/kubernetes.io/csi/volumeDevices/${this.context.random.hex(
        8,
      )}`,
      incrementalBytes: Math.floor(bytes * CHANGED_SHARE),
    };
  }
}
