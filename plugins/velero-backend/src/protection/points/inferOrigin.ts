import { PointOrigin } from '@appgear/backstage-plugin-velero-common';
import {
  BackupRecord,
  isSynced,
  ScheduleRecord,
  takenAt,
} from '../../fleet/records';
import { StorageUse } from './StorageUse';

/** Velero looks at its schedules once a minute. */
const RUN_SLACK = 2 * 60_000;

/**
 * Which cluster a backup is of. Velero does not write it down, so:
 *
 * - made there, when only one cluster's object was not copied from the bucket;
 * - else, of the cluster that alone has its schedule, when that ran at the time;
 * - else, of the only cluster that writes to the storage.
 *
 * A cluster that made backups itself before this one cannot have made this
 * one: its own object would still be there. And one that never made any is
 * never taken for the only writer, whatever its location allows.
 *
 * @param backups - what each cluster shows of it
 */
export function inferOrigin(
  backups: readonly BackupRecord[],
  use: StorageUse | undefined,
  schedulesNamed: (name: string) => readonly ScheduleRecord[],
): PointOrigin {
  const made = backups.filter(backup => !isSynced(backup));
  if (made.length > 0) {
    return made.length === 1
      ? { cluster: made[0].cluster, basis: 'made' }
      : { basis: 'unknown' };
  }
  if (!use) {
    return { basis: 'unknown' };
  }
  const [{ schedule }] = backups;
  const at = takenAt(backups[0]);
  const bySchedule = (schedule ? schedulesNamed(schedule) : []).filter(it =>
    use.readers.includes(it.cluster),
  );
  if (bySchedule.length === 1) {
    const [{ cluster, createdAt, lastBackupAt }] = bySchedule;
    const ran = createdAt <= at && at <= (lastBackupAt ?? 0) + RUN_SLACK;
    if (ran && couldHaveMade(cluster, at, use)) {
      return { cluster, basis: 'schedule' };
    }
  }
  const { writers } = use;
  if (
    writers.length === 1 &&
    use.madeSince(writers[0]) !== undefined &&
    couldHaveMade(writers[0], at, use)
  ) {
    return { cluster: writers[0], basis: 'onlyWriter' };
  }
  return { basis: 'unknown' };
}

function couldHaveMade(cluster: string, at: number, use: StorageUse): boolean {
  return at < (use.madeSince(cluster) ?? Infinity);
}
