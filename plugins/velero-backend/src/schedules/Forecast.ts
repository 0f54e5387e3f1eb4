import {
  parseVeleroVersion,
  VeleroCron,
} from '@appgear/backstage-plugin-velero-common';
import { ScheduleRecord } from '../fleet';

/** When one schedule runs; worked out once per run, as pages ask all the time. */
export class Forecast {
  /** Why Velero cannot read the expression, if it cannot. */
  readonly cronError: string | undefined;
  /** The run that was next when Velero last ran or skipped one. */
  readonly dueAt: number | undefined;
  readonly #cron: VeleroCron | undefined;
  #asked: number | undefined;
  #next: number | undefined;

  constructor(
    schedule: ScheduleRecord,
    readonly veleroVersion: string | undefined,
  ) {
    try {
      this.#cron = VeleroCron.parse(schedule.cron, {
        veleroVersion: parseVeleroVersion(veleroVersion ?? ''),
      });
      this.dueAt = this.#cron.next(new Date(countedFrom(schedule)))?.getTime();
    } catch (error) {
      this.cronError = (error as Error).message;
    }
  }

  nextRunAfter(now: number): number | undefined {
    const known =
      this.#asked !== undefined &&
      now >= this.#asked &&
      (this.#next === undefined || now < this.#next);
    if (!known) {
      this.#asked = now;
      this.#next = this.#cron?.next(new Date(now))?.getTime();
    }
    return this.#next;
  }
}

/** As `scheduleReference` of the common package, on the record. */
function countedFrom(schedule: ScheduleRecord): number {
  return Math.max(
    schedule.lastBackupAt ?? schedule.createdAt,
    schedule.lastSkippedAt ?? 0,
  );
}
