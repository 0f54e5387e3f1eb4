import { parseGoDuration } from '@appgear/backstage-plugin-velero-common';
import { isDeepStrictEqual } from 'util';
import { timestamp } from '../../clock';
import { messageOf } from '../errors';
import { Controller } from '../Controller';
import { BackupStore } from '../persistence/BackupStore';
import { BackupStorageLocation } from '../VeleroApi';

/**
 * Says whether each location can be reached, and keeps one default.
 * Source: Velero 1.18.2, pkg/controller/backup_storage_location_controller.go.
 */
export class StorageLocationController extends Controller {
  start(): void {
    const { api, config } = this.context;
    this.follow(
      api.storageLocations,
      ({ type, object, before }) =>
        type === 'created' ||
        (type === 'updated' && !isDeepStrictEqual(object.spec, before?.spec)),
    );
    // Velero looks every 10 s for what is due, by default once a minute.
    this.every(
      () => config.storeValidationFrequency / 6,
      () => this.#enqueueDue(),
    );
  }

  protected reconcile(name: string): void {
    const { api, clock } = this.context;
    this.#keepOneDefault();
    const location = api.storageLocations.get(name);
    if (!location) {
      return;
    }
    const problem = this.#problemOf(location);
    api.storageLocations.patchStatus(name, {
      lastValidationTime: timestamp(clock.now()),
      phase: problem ? 'Unavailable' : 'Available',
      message: problem
        ? `BackupStorageLocation "${name}" is unavailable: ${problem}`
        : undefined,
    });
  }

  #problemOf(location: BackupStorageLocation): string | undefined {
    try {
      new BackupStore(this.context, location).assertValid();
      return undefined;
    } catch (error) {
      return messageOf(error);
    }
  }

  #enqueueDue(): void {
    const now = this.context.clock.now().getTime();
    for (const {
      metadata,
      spec,
      status,
    } of this.context.api.storageLocations.list()) {
      const { lastValidationTime } = status ?? {};
      const frequency = this.#frequencyOf(spec.validationFrequency);
      if (
        !lastValidationTime ||
        (frequency > 0 && now >= Date.parse(lastValidationTime) + frequency)
      ) {
        this.enqueue(metadata.name);
      }
    }
  }

  #frequencyOf(own: string | null | undefined): number {
    const frequency = own ? parseGoDuration(own) : -1;
    return frequency < 0
      ? this.context.config.storeValidationFrequency
      : frequency;
  }

  /** Of several defaults the newest stays (ensureSingleDefaultBSL). */
  #keepOneDefault(): void {
    const { storageLocations } = this.context.api;
    const defaults = storageLocations
      .list()
      .filter(({ spec }) => spec.default)
      .sort((a, b) =>
        b.metadata.creationTimestamp.localeCompare(
          a.metadata.creationTimestamp,
        ),
      );
    for (const { metadata } of defaults.slice(1)) {
      storageLocations.modify(metadata.name, location => {
        location.spec.default = false;
      });
    }
  }
}
