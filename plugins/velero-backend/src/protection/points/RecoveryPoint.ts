import {
  isBackupUsable,
  PointOrigin,
  PointRef,
} from '@appgear/backstage-plugin-velero-common';

/** Whether a point can be reached to be restored. */
export type Availability =
  | { readonly state: 'available' }
  /** Velero says so; `message` is its word. */
  | { readonly state: 'unavailable'; readonly message?: string }
  /** No cluster was heard of lately that has a location there. */
  | { readonly state: 'unknown' };

/** A cluster that shows a point. */
export interface Sighting {
  readonly cluster: string;
  /** The object is marked for deletion, or Velero deletes the backup. */
  readonly deleting: boolean;
}

/**
 * One backup as a point to go back to; once, however many clusters show it.
 * Times are milliseconds since 1970.
 */
export interface RecoveryPoint {
  /** Equal for the same backup, whichever cluster shows it. */
  readonly id: string;
  readonly backup: string;
  /** As Velero writes it; empty: not looked at yet. */
  readonly phase: string;
  readonly schedule: string | undefined;
  /** When Velero began: what changed since is not in it. */
  readonly takenAt: number;
  readonly completedAt: number | undefined;
  readonly expiresAt: number | undefined;
  /** Of all namespaces. */
  readonly errors: number;
  readonly origin: PointOrigin;
  readonly seenFrom: readonly Sighting[];
  /** Bucket and prefix, for people. */
  readonly storage: string;
  readonly availability: Availability;
}

export function refOf(point: RecoveryPoint): PointRef {
  const { origin, seenFrom, backup, takenAt } = point;
  return {
    cluster: origin.cluster ?? seenFrom[0].cluster,
    backup,
    takenAt: new Date(takenAt).toISOString(),
  };
}

/** Clocks of clusters and the portal may differ by so much. */
const CLOCK_SKEW = 10 * 60_000;

/**
 * Whether Velero finished it with files that can be restored, and nothing
 * takes them away now. One that claims to be of tomorrow is not believed.
 */
export function isUsable(point: RecoveryPoint, now: number): boolean {
  const { phase, takenAt, expiresAt, seenFrom } = point;
  return (
    isBackupUsable(phase) &&
    takenAt <= now + CLOCK_SKEW &&
    (expiresAt === undefined || expiresAt > now) &&
    !seenFrom.some(({ deleting }) => deleting)
  );
}

/** Newest first. */
export function byAge(a: RecoveryPoint, b: RecoveryPoint): number {
  return b.takenAt - a.takenAt || (a.id < b.id ? -1 : 1);
}
