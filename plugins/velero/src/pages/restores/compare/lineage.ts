import type { RestoreRequestSummary } from '@appgear/backstage-plugin-velero-common';

/** Velero names a schedule's backups after it, with the time of their making. */
const MADE_AT = /-\d{14}$/;

/** What the backups of one schedule have in common: their name without the time. */
export function lineageOf(backup: string): string {
  return backup.replace(MADE_AT, '');
}

/**
 * The last request before this one that brings backups of the same lineage of
 * the same workspaces to the same cluster.
 */
export function lastOfItsKind(
  request: RestoreRequestSummary,
  others: readonly RestoreRequestSummary[],
): RestoreRequestSummary | undefined {
  const workspaces = [...request.workspaces].sort().join();
  return others
    .filter(
      other =>
        other.id !== request.id &&
        other.filedAt < request.filedAt &&
        other.cluster === request.cluster &&
        lineageOf(other.backup) === lineageOf(request.backup) &&
        [...other.workspaces].sort().join() === workspaces,
    )
    .sort((a, b) => b.filedAt.localeCompare(a.filedAt))[0];
}
