import { timestamp } from '../../clock';
import { Controller } from '../Controller';
import { BackupStore } from '../persistence/BackupStore';
import { isRestoreTarget } from '../persistence/layout';
import {
  DOWNLOAD_REQUEST_SYNC_PERIOD,
  DOWNLOAD_URL_TTL,
} from '../ServerConfig';
import { Backup, DownloadRequest } from '../VeleroApi';

/**
 * Hands out signed URLs. A request for a backup that does not exist gets an
 * expiration and never a phase; a URL is signed whether or not its file exists.
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
    // None comes while the location is unavailable: Velero gives up, and says nothing.
    if (location?.status?.phase !== 'Available') {
      return undefined;
    }
    return new BackupStore(this.context, location).downloadUrl(
      kind,
      name,
      DOWNLOAD_URL_TTL,
    );
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
