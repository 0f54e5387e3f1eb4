import { VeleroError } from '../errors';
import { Controller } from '../Controller';
import { labelValue } from '../labels';
import { Backup, BackupStorageLocation } from '../VeleroApi';

const FAILURE_LABEL = 'velero.io/gc-failure';
const PENDING = new Set([undefined, '', 'New', 'InProgress']);

/**
 * Asks for the deletion of backups that expired: also of the last good one.
 * Source: Velero 1.18.2, pkg/controller/gc_controller.go.
 */
export class GarbageController extends Controller {
  /** When each backup expires, in ms: so that no list is needed to look. */
  readonly #expirations = new Map<string, number>();
  readonly #locations = new Map<string, BackupStorageLocation>();

  start(): void {
    const { api, config } = this.context;
    this.listen(api.backups, ({ type, object }) => {
      const { name } = object.metadata;
      const { expiration } = object.status ?? {};
      if (type === 'deleted') {
        this.#expirations.delete(name);
      } else if (expiration) {
        this.#expirations.set(name, Date.parse(expiration));
      }
      if (type === 'created' && this.#isExpired(name)) {
        this.enqueue(name);
      }
    });
    this.listen(api.storageLocations, ({ type, object }) => {
      if (type === 'deleted') {
        this.#locations.delete(object.metadata.name);
      } else {
        this.#locations.set(object.metadata.name, object);
      }
    });
    this.every(
      () => config.garbageCollectionFrequency,
      () => {
        for (const name of this.#expirations.keys()) {
          if (this.#isExpired(name)) {
            this.enqueue(name);
          }
        }
      },
    );
  }

  protected reconcile(name: string): void {
    const backup = this.context.api.backups.get(name);
    if (!backup || !this.#isExpired(name)) {
      return;
    }
    const { storageLocation = '' } = backup.spec;
    const location = this.#locations.get(storageLocation);
    if (!location) {
      this.#label(backup, 'BSLNotFound');
      throw new VeleroError(
        `backup storage location ${storageLocation} not found`,
      );
    }
    if (location.status?.phase !== 'Available') {
      throw new VeleroError(
        `bsl ${storageLocation} is unavailable, cannot gc backup`,
      );
    }
    if (location.spec.accessMode === 'ReadOnly') {
      this.#label(backup, 'BSLReadOnly');
      return;
    }
    this.#label(backup, undefined);
    if (!this.#isPending(backup)) {
      this.#request(backup);
    }
  }

  #isExpired(name: string): boolean {
    const expiration = this.#expirations.get(name);
    return (
      expiration !== undefined &&
      expiration <= this.context.clock.now().getTime()
    );
  }

  #label({ metadata }: Backup, failure: string | undefined): void {
    if (metadata.labels?.[FAILURE_LABEL] !== failure) {
      this.context.api.backups.modify(metadata.name, backup => {
        const { [FAILURE_LABEL]: _, ...labels } = backup.metadata.labels ?? {};
        backup.metadata.labels = failure
          ? { ...labels, [FAILURE_LABEL]: failure }
          : labels;
      });
    }
  }

  #isPending({ metadata }: Backup): boolean {
    return this.context.api.deleteRequests
      .list()
      .some(
        request =>
          request.metadata.labels?.['velero.io/backup-uid'] === metadata.uid &&
          PENDING.has(request.status?.phase),
      );
  }

  #request({ metadata }: Backup): void {
    this.context.api.deleteRequests.create({
      metadata: {
        generateName: `${metadata.name}-`,
        labels: {
          'velero.io/backup-name': labelValue(metadata.name),
          'velero.io/backup-uid': metadata.uid,
        },
      },
      spec: { backupName: metadata.name },
    });
  }
}
