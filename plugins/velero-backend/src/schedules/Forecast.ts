import {
  parseVeleroVersion,
  VeleroCron,
} from '@appgear/backstage-plugin-velero-common';
import { ScheduleRecord } from '../fleet/records';

/** Runs that were due and did not happen. */
export interface MissedRuns {
  /** When the first was due, in milliseconds since 1970. */
  since: number;
  count: number;
}

/** A week of a schedule that runs every minute: more need not be told apart. */
const MAX_COUNTED = 10_000;

/** When one schedule runs; worked out once per run, as pages ask all the time. */
export class Forecast {
  /** Undefined: Velero cannot read the expression. */
  readonly cron: VeleroCron | undefined;
  /** Why Velero cannot read the expression, if it cannot. */
  readonly cronError: string | undefined;
  /** The run that was next when Velero last ran or skipped one. */
  readonly #dueAt: number | undefined;
  #missed: { until: number; count: number; nextAt: number | undefined };
  #asked: number | undefined;
  #next: number | undefined;

  constructor(
    schedule: ScheduleRecord,
    readonly veleroVersion: string | undefined,
  ) {
    try {
      this.cron = VeleroCron.parse(schedule.cron, {
        veleroVersion: parseVeleroVersion(veleroVersion ?? ''),
      });
      this.#dueAt = this.#after(countedFrom(schedule));
    } catch (error) {
      this.cronError = (error as Error).message;
    }
    this.#missed = this.#noneMissed();
  }

  /** The runs that were due before a time and did not happen. */
  missedBefore(time: number): MissedRuns | undefined {
    const missed =
      time < this.#missed.until ? this.#noneMissed() : this.#missed;
    while (
      missed.nextAt !== undefined &&
      missed.nextAt < time &&
      missed.count < MAX_COUNTED
    ) {
      missed.count++;
      missed.nextAt = this.#after(missed.nextAt);
    }
    missed.until = time;
    this.#missed = missed;
    return this.#dueAt !== undefined && missed.count > 0
      ? { since: this.#dueAt, count: missed.count }
      : undefined;
  }

  nextRunAfter(now: number): number | undefined {
    const known =
      this.#asked !== undefined &&
      now >= this.#asked &&
      (this.#next === undefined || now < this.#next);
    if (!known) {
      this.#asked = now;
      this.#next = this.#after(now);
    }
    return this.#next;
  }

  #after(time: number): number | undefined {
    return this.cron?.next(new Date(time))?.getTime();
  }

  #noneMissed() {
    return { until: -Infinity, count: 0, nextAt: this.#dueAt };
  }
}

/** As `scheduleReference` of the common package, on the record. */
function countedFrom(schedule: ScheduleRecord): number {
  return Math.max(
    schedule.lastBackupAt ?? schedule.createdAt,
    schedule.lastSkippedAt ?? 0,
  );
}
