import { PodVolumeRestore } from '../VeleroApi';
import { nodesWithAgent } from '../nodeAgent';
import { DataMovementController } from './DataMovementController';

/** Writes saved files into volumes of restored pods. */
export class PodVolumeRestoreController extends DataMovementController<PodVolumeRestore> {
  protected readonly kind = this.context.api.podVolumeRestores;

  protected nodeFor(): string | undefined {
    return nodesWithAgent(this.context)[0];
  }

  protected bytesOf({ spec }: PodVolumeRestore): number {
    return spec.snapshotSize ?? 0;
  }

  protected outcome(): PodVolumeRestore['status'] {
    return {};
  }
}
