import { timestamp } from '../../clock';
import { Controller } from '../Controller';
import { messageOf } from '../errors';
import { BackupStore } from '../persistence/BackupStore';
import { isRestoreTarget } from '../persistence/layout';
import {
  DOWNLOAD_REQUEST_SYNC_PERIOD,
  DOWNLOAD_URL_TTL,
} from '../ServerConfig';
import { Backup, BackupStorageLocation, DownloadRequest } from '../VeleroApi';

/**
 * Hands out signed URLs. A request for a backup that does not exist gets an
 * expiration and never a phase; a URL is signed whether or not its file, or
 * its bucket, exists.
 * Source: Velero 1.18.2, pkg/controller/download_request_controller.go.
 */
export class DownloadRequestController extends Controller {
  start(): void {
    const { api } = this.context;
    this.follow(api.downloadRequests, ({ type }) => type !== 'deleted');
    this.every(
      () => DOWNLOAD_REQUEST_SYNC_PERIOD,
      () => {
        for (const { metadata, status } of api.downloadRequests.list()) {
          if (!status?.expiration || this.#isPast(status.expiration)) {
            this.enqueue(metadata.name);
          }
        }
      },
    );
  }

  protected reconcile(name: string): void {
    const { downloadRequests } = this.context.api;
    const request = downloadRequests.get(name);
    if (!request) {
      return;
    }
    const { expiration, phase } = request.status ?? {};
    if (expiration && this.#isPast(expiration)) {
      downloadRequests.delete(name);
      return;
    }
    if (phase === 'Processed') {
      return;
    }
    // Extended each time it is looked at, also when nothing comes of it.
    const status: NonNullable<DownloadRequest['status']> = {
      expiration: timestamp(
        new Date(this.context.clock.now().getTime() + DOWNLOAD_URL_TTL),
      ),
    };
    const url = this.#urlFor(request);
    downloadRequests.patchStatus(
      name,
      url ? { ...status, phase: 'Processed', downloadURL: url } : status,
    );
  }

  #urlFor(request: DownloadRequest): string | undefined {
    const { kind, name } = request.spec.target;
    const backup = this.#backupOf(kind, name);
    const location =
      backup &&
      this.context.api.storageLocations.get(backup.spec.storageLocation ?? '');
    const store = location && this.#open(location);
    return store?.downloadUrl(kind, name, DOWNLOAD_URL_TTL);
  }

  /** Velero gives up, and says nothing, when a location is set up wrongly. */
  #open(location: BackupStorageLocation): BackupStore | undefined {
    try {
      return new BackupStore(this.context, location);
    } catch (error) {
      messageOf(error);
      return undefined;
    }
  }

  #backupOf(kind: string, name: string): Backup | undefined {
    const { backups, restores } = this.context.api;
    if (!isRestoreTarget(kind)) {
      return backups.get(name);
    }
    const { backupName } = restores.get(name)?.spec ?? {};
    return backupName ? backups.get(backupName) : undefined;
  }

  #isPast(time: string): boolean {
    return Date.parse(time) < this.context.clock.now().getTime();
  }
}
