import { Random, SimulatedClock } from '../clock';
import { ObjectStoreServer } from '../objectstore';
import { BackupTracker } from './BackupTracker';
import { ClusterCache } from './ClusterCache';
import { Informers } from './Informers';
import { ServerConfig } from './ServerConfig';
import { VeleroApi } from './VeleroApi';
import { VeleroFaults } from './VeleroFaults';

/** What all parts of one Velero server share. */
export interface VeleroContext {
  readonly api: VeleroApi;
  readonly cluster: ClusterCache;
  readonly informers: Informers;
  readonly clock: SimulatedClock;
  readonly random: Random;
  readonly objectStore: ObjectStoreServer;
  readonly tracker: BackupTracker;
  readonly faults: VeleroFaults;
  readonly config: ServerConfig;
  /** Handles of the snapshots that the cluster's CSI driver holds. */
  readonly snapshots: Set<string>;
}
