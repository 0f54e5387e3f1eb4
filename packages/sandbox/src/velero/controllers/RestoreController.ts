import { timestamp } from '../../clock';
import { messageOf, VeleroError } from '../errors';
import { BackupLog } from '../backup/BackupLog';
import { VolumeInfo } from '../backup/volumes/volumeInfo';
import { Controller } from '../Controller';
import { unpack } from '../persistence/archive';
import { BackupStore, decode } from '../persistence/BackupStore';
import { ItemRestorer } from '../restore/ItemRestorer';
import { readModifiers } from '../restore/modifiers';
import { persistRestore } from '../restore/persist';
import { resourceResolver } from '../restore/resourceNames';
import { RestoreFilter } from '../restore/RestoreFilter';
import { RestoreWork } from '../restore/RestoreWork';
import { validateRestore } from '../restore/validate';
import { Restore } from '../VeleroApi';

const FINALIZER = 'restores.velero.io/external-resources-finalizer';
const ENDED = new Set(['Completed', 'Failed', 'Canceled']);

/**
 * Validates and runs restores, and takes their files away when they go.
 * Source: Velero 1.18.2, pkg/controller/restore_controller.go.
 */
export class RestoreController extends Controller {
  /** What waits for its PodVolumeRestores, by restore. */
  readonly #waiting = new Map<string, RestoreWork>();
  /** One runs at a time; the others wait without any status. */
  #running: string | undefined;
  readonly #queue = new Set<string>();

  start(): void {
    const { restores, podVolumeRestores } = this.context.api;
    this.follow(restores, ({ type }) => type !== 'deleted');
    this.listen(podVolumeRestores, ({ object, before }) => {
      const { phase } = object.status ?? {};
      if (phase !== before?.phase && ENDED.has(phase ?? '')) {
        [...this.#waiting.values()].forEach(work => this.#check(work));
      }
    });
  }

  protected reconcile(name: string): void {
    const { api, clock, config } = this.context;
    let restore = api.restores.get(name);
    if (!restore) {
      return;
    }
    if (restore.metadata.deletionTimestamp) {
      this.#clean(restore);
      return;
    }
    if (!restore.metadata.finalizers?.includes(FINALIZER)) {
      restore = api.restores.modify(name, ({ metadata }) => {
        metadata.finalizers = [...(metadata.finalizers ?? []), FINALIZER];
      });
    }
    const { phase } = restore.status ?? {};
    if (phase && phase !== 'New') {
      return;
    }
    if (this.#running) {
      this.#queue.add(name);
      return;
    }
    // The API server lets a Restore without spec pass; Velero reads it as empty.
    restore.spec ??= {} as Restore['spec'];
    const errors = validateRestore(restore, this.context);
    restore.spec.itemOperationTimeout ||= `${
      config.defaultItemOperationTimeout / 3_600_000
    }h0m0s`;
    restore.status = {
      ...restore.status,
      ...(errors.length > 0
        ? { phase: 'FailedValidation', validationErrors: errors }
        : { phase: 'InProgress', startTimestamp: timestamp(clock.now()) }),
    };
    const started = api.restores.store.update(restore) as Restore;
    if (errors.length === 0) {
      this.#running = name;
      this.#run(started);
    }
  }

  #next(): void {
    this.#running = undefined;
    const waiting = [...this.#queue];
    this.#queue.clear();
    waiting.forEach(name => this.enqueue(name));
  }

  #run(restore: Restore): void {
    const { config } = this.context;
    let work: RestoreWork;
    try {
      work = this.#open(restore);
    } catch (error) {
      this.#fail(restore.metadata.name, messageOf(error));
      return;
    }
    this.#restoreItems(work);
    const { base, item } = config.pace;
    const duration = base + item * work.count;
    this.later(duration / 2, () => this.#report(work));
    this.later(duration, () => {
      this.#waiting.set(work.name, work);
      this.#check(work);
    });
  }

  /** @throws when the backup's files cannot be read */
  #open(restore: Restore): RestoreWork {
    const { api, clock } = this.context;
    const backup = api.backups.get(restore.spec.backupName!)!;
    const location = api.storageLocations.get(backup.spec.storageLocation!)!;
    const store = new BackupStore(this.context, location);
    const { name } = backup.metadata;
    const subject = `restore=${restore.metadata.namespace}/${restore.metadata.name}`;
    const work = new RestoreWork(
      restore,
      backup,
      readModifiers(restore, this.context),
      new BackupLog(clock, subject),
    );
    const archive = wrap('error downloading backup', () =>
      store.backupFile(name, 'contents'),
    );
    for (const info of store.backupJson<VolumeInfo[]>(name, 'volumeInfos')) {
      if (info.pvName) {
        work.volumeInfos.set(info.pvName, info);
      }
    }
    for (const item of decode('backup contents', () => unpack(archive))) {
      const { groupResource, namespace = '', object } = item;
      work.items.set(
        `${groupResource}/${namespace}/${object.metadata.name}`,
        item,
      );
    }
    return work;
  }

  #restoreItems(work: RestoreWork): void {
    work.log.info('starting restore');
    const filter = new RestoreFilter(
      work.restore,
      resourceResolver(this.context.cluster.types),
    );
    const restorer = new ItemRestorer(this.context, work, filter);
    for (const item of filter.select(work.items.values())) {
      restorer.restore(item);
    }
    work.log.info('restore completed');
  }

  #report({ name, count }: RestoreWork): void {
    this.unlessGone(() =>
      this.context.api.restores.patchStatus(name, {
        progress: { totalItems: count, itemsRestored: Math.floor(count / 2) },
      }),
    );
  }

  #check(work: RestoreWork): void {
    const { api } = this.context;
    const isPending = [...work.podVolumeRestores].some(
      name => !ENDED.has(api.podVolumeRestores.get(name)?.status?.phase ?? ''),
    );
    if (isPending || !this.#waiting.delete(work.name)) {
      return;
    }
    try {
      persistRestore(work, this.context);
      this.#next();
    } catch (error) {
      this.#fail(work.name, messageOf(error));
    }
  }

  #fail(name: string, reason: string): void {
    this.unlessGone(() =>
      this.context.api.restores.patchStatus(name, {
        phase: 'Failed',
        failureReason: reason,
        completionTimestamp: timestamp(this.context.clock.now()),
      }),
    );
    this.#next();
  }

  /** Its files go from the backup's location, if that is there. */
  #clean({ metadata, spec }: Restore): void {
    const { api } = this.context;
    const backup = api.backups.get(spec?.backupName ?? '');
    const location =
      backup && api.storageLocations.get(backup.spec.storageLocation ?? '');
    if (location) {
      if (location.status?.phase !== 'Available') {
        throw new VeleroError(
          `bsl ${location.metadata.name} is unavailable, cannot get the backup info`,
        );
      }
      new BackupStore(this.context, location).deleteRestore(metadata.name);
    }
    api.restores.modify(metadata.name, restore => {
      restore.metadata.finalizers = restore.metadata.finalizers?.filter(
        each => each !== FINALIZER,
      );
    });
  }
}

function wrap<T>(context: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new VeleroError(`${context}: ${messageOf(error)}`);
  }
}
