import { Random, SimulatedClock, timestamp } from '../clock';
import { ClusterStore } from '../kubernetes';
import { ObjectStoreServer } from '../objectstore';
import { BackupTracker } from './BackupTracker';
import { ClusterCache } from './ClusterCache';
import { Controller } from './Controller';
import { BackupController } from './controllers/BackupController';
import { BackupDeletionController } from './controllers/BackupDeletionController';
import { BackupFinalizerController } from './controllers/BackupFinalizerController';
import { BackupOperationsController } from './controllers/BackupOperationsController';
import { BackupQueueController } from './controllers/BackupQueueController';
import { BackupSyncController } from './controllers/BackupSyncController';
import { DataDownloadController } from './controllers/DataDownloadController';
import { DataUploadController } from './controllers/DataUploadController';
import { DownloadRequestController } from './controllers/DownloadRequestController';
import { GarbageController } from './controllers/GarbageController';
import { PodVolumeBackupController } from './controllers/PodVolumeBackupController';
import { PodVolumeRestoreController } from './controllers/PodVolumeRestoreController';
import { RestoreController } from './controllers/RestoreController';
import { RestoreFinalizerController } from './controllers/RestoreFinalizerController';
import { RestoreOperationsController } from './controllers/RestoreOperationsController';
import { ScheduleController } from './controllers/ScheduleController';
import { ServerStatusController } from './controllers/ServerStatusController';
import { StorageLocationController } from './controllers/StorageLocationController';
import { Informers } from './Informers';
import { DEFAULT_SERVER_CONFIG, ServerConfig } from './ServerConfig';
import { VeleroApi, veleroApi } from './VeleroApi';
import { VeleroContext } from './VeleroContext';
import { VeleroFaults } from './VeleroFaults';

const CONTROLLERS = [
  StorageLocationController,
  BackupSyncController,
  ScheduleController,
  BackupQueueController,
  BackupController,
  BackupOperationsController,
  BackupFinalizerController,
  RestoreController,
  RestoreOperationsController,
  RestoreFinalizerController,
  PodVolumeBackupController,
  PodVolumeRestoreController,
  DataUploadController,
  DataDownloadController,
  DownloadRequestController,
  GarbageController,
  BackupDeletionController,
  ServerStatusController,
];

export interface VeleroServerOptions {
  /** The cluster that it runs in; it has to serve Velero's kinds. */
  store: ClusterStore;
  objectStore: ObjectStoreServer;
  clock: SimulatedClock;
  random: Random;
  /** Flags; the rest are Velero's defaults. */
  config?: Partial<ServerConfig>;
}

/**
 * A Velero server with its node agents, acting on one cluster as Velero 1.18
 * does: by the same rules, in the same order, in the same words.
 */
export class VeleroServer {
  readonly config: ServerConfig;
  readonly api: VeleroApi;
  readonly faults = new VeleroFaults();
  readonly #options: VeleroServerOptions;
  readonly #cluster: ClusterCache;
  /** What the cluster's CSI driver holds: survives a restart. */
  readonly #snapshots = new Set<string>();
  #informers: Informers | undefined;
  #controllers: Controller[] = [];

  constructor(options: VeleroServerOptions) {
    this.#options = options;
    this.config = { ...DEFAULT_SERVER_CONFIG, ...options.config };
    this.api = veleroApi(options.store, this.config.namespace);
    this.#cluster = new ClusterCache(options.store);
  }

  get isRunning(): boolean {
    return this.#informers !== undefined;
  }

  /** Starts, and first gives up what a server before it left unfinished. */
  start(): void {
    if (this.isRunning) {
      return;
    }
    this.#markInProgressFailed();
    const informers = new Informers();
    const context: VeleroContext = {
      api: this.api,
      cluster: this.#cluster,
      clock: this.#options.clock,
      random: this.#options.random,
      objectStore: this.#options.objectStore,
      informers,
      tracker: new BackupTracker(),
      faults: this.faults,
      config: this.config,
      snapshots: this.#snapshots,
    };
    this.#controllers = CONTROLLERS.map(Type => new Type(context));
    this.#controllers.forEach(controller => controller.start());
    informers.start();
    this.#informers = informers;
  }

  /** Ends at once, in the middle of whatever it does. */
  kill(): void {
    this.#informers?.stop();
    this.#informers = undefined;
    this.#controllers.forEach(controller => controller.stop());
    this.#controllers = [];
  }

  /** Changes flags while it runs, as no real server can. */
  reconfigure(changes: Partial<ServerConfig>): void {
    Object.assign(this.config, changes);
    this.#controllers.forEach(controller => controller.rearm());
  }

  restart(): void {
    this.kill();
    this.start();
  }

  /** Ends for good. */
  close(): void {
    this.kill();
    this.#cluster.close();
  }

  /** Source: Velero 1.18.2, pkg/cmd/server/server.go, markInProgressCRsFailed. */
  #markInProgressFailed(): void {
    const { backups, restores } = this.api;
    for (const kind of [backups, restores]) {
      const what = kind.type.kind.toLowerCase();
      for (const { metadata, status } of kind.list()) {
        if (status?.phase === 'InProgress') {
          kind.patchStatus(metadata.name, {
            phase: 'Failed',
            failureReason: `found a ${what} with status "InProgress" during the server starting, mark it as "Failed"`,
            completionTimestamp: timestamp(this.#options.clock.now()),
          });
        }
      }
    }
  }
}
