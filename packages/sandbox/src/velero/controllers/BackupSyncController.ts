import { parseGoDuration } from '@appgear/backstage-plugin-velero-common';
import { timestamp } from '../../clock';
import { StatusError } from '../../kubernetes';
import { messageOf } from '../errors';
import { Controller } from '../Controller';
import { labelValue } from '../labels';
import { BackupStore } from '../persistence/BackupStore';
import { Backup, BackupStorageLocation, PodVolumeBackup } from '../VeleroApi';

const LOCATION_LABEL = 'velero.io/storage-location';
const INCOMPLETE = /^(WaitingForPluginOperations|Finalizing)/;
/** Only these disappear when their files did. */
const REMOVED_WITH_FILES = new Set(['Completed', 'PartiallyFailed']);

/**
 * Makes the cluster's backups match what lies in each location: what another
 * cluster wrote there appears here, and what was deleted there disappears.
 * Source: Velero 1.18.2, pkg/controller/backup_sync_controller.go.
 */
export class BackupSyncController extends Controller {
  /** The backups here, so that most rounds need no list: phase and location by name. */
  readonly #known = new Map<string, { phase?: string; location?: string }>();

  start(): void {
    const { api, config } = this.context;
    this.listen(api.backups, ({ type, object: { metadata, status } }) => {
      if (type === 'deleted') {
        this.#known.delete(metadata.name);
      } else {
        this.#known.set(metadata.name, {
          phase: status?.phase,
          location: metadata.labels?.[LOCATION_LABEL],
        });
      }
    });
    this.listen(api.storageLocations, ({ type, object }) => {
      // Velero's first round comes at once, as soon as a location is valid.
      if (type !== 'deleted' && !object.status?.lastSyncedTime) {
        this.enqueue(object.metadata.name);
      }
    });
    this.every(
      () => config.backupSyncPeriod,
      () => this.#enqueueDue(),
    );
  }

  protected reconcile(name: string): void {
    const { api, clock } = this.context;
    const location = api.storageLocations.get(name);
    if (location?.status?.phase !== 'Available') {
      return;
    }
    const store = new BackupStore(this.context, location);
    const stored = store.list();
    for (const backup of stored) {
      if (!this.#known.has(backup) && store.exists(backup)) {
        this.#tryBring(backup, location, store);
      }
    }
    this.#removeOrphans(name, new Set(stored));
    api.storageLocations.patchStatus(name, {
      lastSyncedTime: timestamp(clock.now()),
    });
  }

  #enqueueDue(): void {
    const { api, clock, config } = this.context;
    for (const { metadata, spec, status } of api.storageLocations.list()) {
      const own =
        spec.backupSyncPeriod && parseGoDuration(spec.backupSyncPeriod);
      const period =
        typeof own === 'number' && own >= 0 ? own : config.backupSyncPeriod;
      const last = Date.parse(status?.lastSyncedTime ?? '') || 0;
      if (period > 0 && clock.now().getTime() >= last + period) {
        this.enqueue(metadata.name);
      }
    }
  }

  /** One that cannot be read does not keep the others away. */
  #tryBring(
    name: string,
    location: BackupStorageLocation,
    store: BackupStore,
  ): void {
    try {
      this.#bring(name, location, store);
    } catch (error) {
      messageOf(error);
    }
  }

  #bring(
    name: string,
    location: BackupStorageLocation,
    store: BackupStore,
  ): void {
    const { backups } = this.context.api;
    const { metadata, spec, status } = store.metadata(name);
    if (INCOMPLETE.test(status?.phase ?? '')) {
      if (!this.#isPast(status?.expiration)) {
        return;
      }
      status!.phase = 'PartiallyFailed';
    }
    const { name: locationName } = location.metadata;
    const { resourceVersion: _, ownerReferences: owners, ...rest } = metadata;
    const created = backups.create({
      metadata: {
        ...rest,
        ownerReferences: this.#ownersHere(owners),
        labels: {
          ...metadata.labels,
          [LOCATION_LABEL]: labelValue(locationName),
        },
      },
      spec: { ...spec, storageLocation: locationName },
      status,
    });
    this.#bringPodVolumeBackups(created, location, store);
  }

  #bringPodVolumeBackups(
    backup: Backup,
    location: BackupStorageLocation,
    store: BackupStore,
  ): void {
    const { podVolumeBackups } = this.context.api;
    const { name, uid } = backup.metadata;
    const stored = store.backupJson<Array<PodVolumeBackup | null>>(
      name,
      'podVolumeBackups',
    );
    for (const { metadata, spec, status } of stored.filter(notNull)) {
      const { resourceVersion: _, ownerReferences = [], ...rest } = metadata;
      ignoreExisting(() =>
        podVolumeBackups.create({
          metadata: {
            ...rest,
            labels: { ...metadata.labels, 'velero.io/backup-uid': uid },
            ownerReferences: ownerReferences.map(owner => ({ ...owner, uid })),
          },
          spec: { ...spec, backupStorageLocation: location.metadata.name },
          status,
        }),
      );
    }
  }

  #ownersHere(owners: Backup['metadata']['ownerReferences'] = []) {
    return owners.filter(
      ({ kind, name, uid }) =>
        kind !== 'Schedule' ||
        this.context.api.schedules.get(String(name))?.metadata.uid === uid,
    );
  }

  #removeOrphans(location: string, stored: ReadonlySet<string>): void {
    for (const [name, known] of [...this.#known]) {
      if (
        known.location === labelValue(location) &&
        REMOVED_WITH_FILES.has(known.phase ?? '') &&
        !stored.has(name)
      ) {
        this.context.api.backups.delete(name);
      }
    }
  }

  #isPast(time: string | null | undefined): boolean {
    return !!time && Date.parse(time) < this.context.clock.now().getTime();
  }
}

function ignoreExisting(create: () => void): void {
  try {
    create();
  } catch (error) {
    if (!(error instanceof StatusError && error.code === 409)) {
      throw error;
    }
  }
}

function notNull<T>(value: T | null): value is T {
  return value !== null;
}
