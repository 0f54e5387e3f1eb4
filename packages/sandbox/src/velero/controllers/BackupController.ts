import { timestamp } from '../../clock';
import { messageOf, VeleroError } from '../errors';
import { BackupLog } from '../backup/BackupLog';
import { BackupWork } from '../backup/BackupWork';
import { Collector } from '../backup/collect';
import { persistBackup } from '../backup/persist';
import { prepareBackup } from '../backup/prepare';
import { logProblems, saveObjects } from '../backup/saveObjects';
import { podVolumeInfos } from '../backup/volumes/podVolumeInfos';
import { Controller } from '../Controller';
import { BackupStore } from '../persistence/BackupStore';
import { Backup } from '../VeleroApi';

const ENDED = new Set(['Completed', 'Failed', 'Canceled']);

/**
 * Validates and runs the backups that may start.
 * Source: Velero 1.18.2, pkg/controller/backup_controller.go.
 */
export class BackupController extends Controller {
  readonly #collector = new Collector(this.context);
  /** What waits for its PodVolumeBackups, by backup. */
  readonly #waiting = new Map<string, BackupWork>();

  start(): void {
    const { backups, podVolumeBackups } = this.context.api;
    this.follow(
      backups,
      ({ type, object }) =>
        type === 'updated' && object.status?.phase === 'ReadyToStart',
    );
    this.listen(podVolumeBackups, ({ object, before }) => {
      const { phase } = object.status ?? {};
      if (phase !== before?.phase && ENDED.has(phase ?? '')) {
        this.#checkWaiting(object.spec.tags?.backup);
      }
    });
  }

  protected reconcile(name: string): void {
    const { api, clock, tracker } = this.context;
    const backup = api.backups.get(name);
    if (backup?.status?.phase !== 'ReadyToStart') {
      return;
    }
    const errors = prepareBackup(backup, this.context);
    backup.status = {
      ...backup.status,
      ...(errors.length > 0
        ? { phase: 'FailedValidation', validationErrors: errors }
        : { phase: 'InProgress', startTimestamp: timestamp(clock.now()) }),
    };
    api.backups.store.update(backup);
    if (errors.length > 0) {
      tracker.delete(name);
      return;
    }
    tracker.add(name);
    this.#run(api.backups.get(name)!);
  }

  #run(backup: Backup): void {
    const { metadata, spec } = backup;
    const { api, clock, config, faults } = this.context;
    try {
      const location = api.storageLocations.get(spec.storageLocation!)!;
      if (new BackupStore(this.context, location).exists(metadata.name)) {
        throw new VeleroError('backup already exists in object storage');
      }
    } catch (error) {
      this.#fail(metadata.name, messageOf(error));
      return;
    }
    const subject = `backup=${metadata.namespace}/${metadata.name}`;
    const work = new BackupWork(backup, new BackupLog(clock, subject));
    const { captured, problems } = this.#collector.collect(backup);
    work.log.info(
      `Collected ${captured.length} items matching the backup spec from the Kubernetes API (actual number of items backed up may be more or less depending on velero.io/exclude-from-backup annotation, plugins returning additional related items to back up, etc.)`,
    );
    api.backups.patchStatus(metadata.name, {
      progress: { totalItems: captured.length },
    });
    if (faults.hangs(metadata.name)) {
      return;
    }
    logProblems(work, problems);
    saveObjects(
      work,
      captured.map(({ object }) => object),
      this.context,
    );
    const { base, item } = config.pace;
    this.#report(work, base + item * work.count);
  }

  /** Says half-way how far it is, then ends or waits for volumes. */
  #report(work: BackupWork, duration: number): void {
    const { api, config } = this.context;
    this.later(duration / 2, () =>
      this.unlessGone(() =>
        api.backups.patchStatus(work.name, {
          progress: {
            totalItems: work.count,
            itemsBackedUp: Math.floor(work.count / 2),
          },
        }),
      ),
    );
    this.later(duration, () => {
      this.#waiting.set(work.name, work);
      this.#checkWaiting(work.name);
      if (this.#waiting.has(work.name)) {
        this.later(config.podVolumeOperationTimeout, () => this.#timeOut(work));
      }
    });
  }

  #checkWaiting(name: string | undefined): void {
    const work = name && this.#waiting.get(name);
    if (!work) {
      return;
    }
    const { podVolumeBackups } = this.context.api;
    const isPending = [...work.podVolumeBackups].some(
      each => !ENDED.has(podVolumeBackups.get(each)?.status?.phase ?? ''),
    );
    if (!isPending) {
      this.#finish(work);
    }
  }

  #timeOut(work: BackupWork): void {
    if (this.#waiting.has(work.name)) {
      work.log.error('timed out waiting for all PodVolumeBackups to complete');
      this.#finish(work);
    }
  }

  #finish(work: BackupWork): void {
    const { api, tracker } = this.context;
    this.#waiting.delete(work.name);
    work.volumeInfos.push(...podVolumeInfos(work, this.context));
    const backup = api.backups.get(work.name);
    if (!backup) {
      tracker.delete(work.name);
      return;
    }
    try {
      const persisted = persistBackup(work, backup, this.context);
      tracker.addPostProcessing(work.name);
      api.backups.store.update(persisted);
    } catch (error) {
      this.#fail(work.name, messageOf(error));
    }
  }

  #fail(name: string, reason: string): void {
    const { api, clock, tracker } = this.context;
    tracker.delete(name);
    api.backups.patchStatus(name, {
      phase: 'Failed',
      failureReason: reason,
      completionTimestamp: timestamp(clock.now()),
    });
  }
}
