import { testBedVeleros } from './testBedVeleros';
import { sandboxVeleros } from './sandboxVeleros';
import { VeleroCluster } from './VeleroCluster';

/** Two clusters with a Velero each. */
export interface VeleroWorld {
  /** Writes to its location `default`. */
  one: VeleroCluster;
  /** Writes to a `default` of its own, and reads the first one's as `shared`. */
  two: VeleroCluster;
  /** Kills the cluster's Velero in the middle of its work, and starts it again. */
  restartVelero(cluster: VeleroCluster): Promise<void>;
  /** Takes away what was made in it. */
  close(): Promise<void>;
}

/**
 * The world that `DR_WORLD` names (the state file of a test bed), else a
 * sandbox of its own. Suites cannot tell which one they got.
 */
export async function openVeleroWorld(): Promise<VeleroWorld> {
  const stateFile = process.env.DR_WORLD;
  return stateFile ? testBedVeleros(stateFile) : sandboxVeleros();
}
