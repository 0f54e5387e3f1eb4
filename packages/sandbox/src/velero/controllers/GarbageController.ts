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
  /** What has to be known of each backup to see that there is nothing to do. */
  readonly #backups = new Map<string, { expires: number; location: string }>();
  readonly #locations = new Map<string, BackupStorageLocation>();

  start(): void {
    const { api, config } = this.context;
    this.listen(api.backups, ({ type, object }) => {
      const { name } = object.metadata;
      const { expiration } = object.status ?? {};
      if (type === 'deleted') {
        this.#backups.delete(name);
      } else if (expiration) {
        const location = object.spec.storageLocation ?? '';
        this.#backups.set(name, { expires: Date.parse(expiration), location });
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
        for (const name of this.#backups.keys()) {
          if (this.#isExpired(name)) {
            this.enqueue(name);
          }
        }
      },
    );
  }

  protected reconcile(name: string): void | 'retry' {
    const location = this.#locations.get(
      this.#backups.get(name)?.location ?? '',
    );
    if (!this.#isExpired(name)) {
      return undefined;
    }
    if (location && location.status?.phase !== 'Available') {
      return 'retry';
    }
    const backup = this.context.api.backups.get(name);
    if (!backup) {
      return undefined;
    }
    if (!location || location.spec.accessMode === 'ReadOnly') {
      this.#label(backup, location ? 'BSLReadOnly' : 'BSLNotFound');
      return location ? undefined : 'retry';
    }
    this.#label(backup, undefined);
    if (!this.#isPending(backup)) {
      this.#request(backup);
    }
    return undefined;
  }

  #isExpired(name: string): boolean {
    const { expires = Infinity } = this.#backups.get(name) ?? {};
    return expires <= this.context.clock.now().getTime();
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
