import {
  BackupSpec,
  blocksSchedule,
  formatGoDuration,
  isDue,
  parseGoDuration,
  scheduleReference,
  VeleroCron,
} from '@appgear/backstage-plugin-velero-common';
import { isDeepStrictEqual } from 'util';
import { timestamp } from '../../clock';
import { Controller } from '../Controller';
import { SCHEDULE_SYNC_PERIOD } from '../ServerConfig';
import { Schedule } from '../VeleroApi';

/**
 * Makes a backup when a schedule is due: once, however often it was missed,
 * and not while one of the same schedule has not got past InProgress.
 * Source: Velero 1.18.2, pkg/controller/schedule_controller.go.
 */
export class ScheduleController extends Controller {
  /** When each schedule that is not paused runs next, in ms; undefined: look. */
  readonly #next = new Map<string, number | undefined>();

  /** Backups that keep their schedule from running, with its name. */
  readonly #blocking = new Map<string, string>();

  start(): void {
    const { api, clock } = this.context;
    this.listen(api.backups, ({ type, object: { metadata, status } }) => {
      const schedule = metadata.labels?.['velero.io/schedule-name'];
      if (schedule && type !== 'deleted' && blocksSchedule(status?.phase)) {
        this.#blocking.set(metadata.name, schedule);
      } else {
        this.#blocking.delete(metadata.name);
      }
    });
    this.listen(api.schedules, ({ type, object, before }) => {
      const { name } = object.metadata;
      if (type === 'deleted' || object.spec.paused) {
        this.#next.delete(name);
        return;
      }
      this.#next.set(name, undefined);
      if (type === 'created' || !isDeepStrictEqual(object.spec, before?.spec)) {
        this.enqueue(name);
      }
    });
    // Velero looks at all once a minute; those that cannot be due are left out.
    this.every(
      () => SCHEDULE_SYNC_PERIOD,
      () => {
        const now = clock.now().getTime();
        for (const [name, next] of this.#next) {
          if (next === undefined || next < now) {
            this.enqueue(name);
          }
        }
      },
    );
  }

  protected reconcile(name: string): void {
    const { api, clock } = this.context;
    const schedule = api.schedules.get(name);
    if (!schedule || schedule.spec.paused) {
      return;
    }
    const { cron, problem } = read(schedule.spec.schedule);
    const settled = this.#settle(schedule, problem);
    if (!cron) {
      this.#next.set(name, Infinity);
      return;
    }
    const reference = scheduleReference(settled)!;
    this.#next.set(name, cron.next(reference)?.getTime() ?? 0);
    if (isDue(cron, reference, clock.now()) && !this.#isBlocked(name)) {
      this.#submit(settled);
    }
  }

  /** What Velero writes back before it looks at the time. */
  #settle(schedule: Schedule, problem: string | undefined): Schedule {
    const { api, clock, config } = this.context;
    const { spec, status, metadata } = schedule;
    const skips = spec.skipImmediately ?? config.scheduleSkipImmediately;
    const settled = {
      spec: { ...spec, skipImmediately: false },
      status: {
        ...status,
        ...(skips ? { lastSkipped: timestamp(clock.now()) } : {}),
        phase: problem ? 'FailedValidation' : 'Enabled',
        validationErrors: problem ? [problem] : undefined,
      },
    };
    return api.schedules.modify(metadata.name, object =>
      Object.assign(object, settled),
    );
  }

  #isBlocked(schedule: string): boolean {
    return [...this.#blocking.values()].includes(schedule);
  }

  /** Labels and annotations go along (pkg/builder/backup_builder.go, FromSchedule). */
  #submit(schedule: Schedule): void {
    const { api, clock } = this.context;
    const { metadata, spec } = schedule;
    const { metadata: template, ...backupSpec } = spec.template;
    api.backups.create({
      metadata: {
        name: `${metadata.name}-${compact(clock.now())}`,
        labels: {
          ...(template?.labels ?? metadata.labels),
          'velero.io/schedule-name': metadata.name,
        },
        annotations: metadata.annotations,
        ownerReferences: spec.useOwnerReferencesInBackup
          ? [
              {
                apiVersion: schedule.apiVersion,
                kind: schedule.kind,
                name: metadata.name,
                uid: metadata.uid,
                controller: true,
              },
            ]
          : undefined,
      },
      spec: {
        ...backupSpec,
        ...normalized(backupSpec),
        hooks: backupSpec.hooks ?? {},
        metadata: template ?? {},
      },
    });
    api.schedules.patchStatus(metadata.name, {
      lastBackup: timestamp(clock.now()),
    });
  }
}

function read(expression: string): { cron?: VeleroCron; problem?: string } {
  if (expression === '') {
    return { problem: 'Schedule must be a non-empty valid Cron expression' };
  }
  try {
    return { cron: VeleroCron.parse(expression) };
  } catch (error) {
    return { problem: `invalid schedule: ${(error as Error).message}` };
  }
}

/** Durations as Go writes them: Velero reads the template, and writes a new object. */
function normalized(spec: BackupSpec): Partial<BackupSpec> {
  return Object.fromEntries(
    (['ttl', 'csiSnapshotTimeout', 'itemOperationTimeout'] as const).flatMap(
      field => {
        const text = spec[field];
        return text ? [[field, formatGoDuration(parseGoDuration(text))]] : [];
      },
    ),
  );
}

/** `YYYYMMDDhhmmss`, in UTC as the server runs (Schedule.TimestampedName). */
function compact(moment: Date): string {
  return moment.toISOString().replace(/\D/g, '').slice(0, 14);
}
