import { nodesWithAgent } from '../nodeAgent';
import { bindClaim } from '../restore/settle';
import { DataDownload } from '../VeleroApi';
import { DataMovementController } from './DataMovementController';

/** Brings moved data into new volumes; a claim is bound when its data is there. */
export class DataDownloadController extends DataMovementController<DataDownload> {
  protected readonly kind = this.context.api.dataDownloads;

  protected nodeFor(): string | undefined {
    return nodesWithAgent(this.context)[0];
  }

  protected bytesOf({ spec }: DataDownload): number {
    return spec.snapshotSize ?? 0;
  }

  protected outcome({ spec }: DataDownload): DataDownload['status'] {
    const { namespace, pvc } = spec.targetVolume;
    const claim = this.context.cluster.get({
      group: '',
      plural: 'persistentvolumeclaims',
      namespace,
      name: pvc,
    });
    if (claim) {
      bindClaim(claim, this.context);
    }
    return {};
  }
}
