import { ScheduleRun } from '@appgear/backstage-plugin-velero-common';
import { BackupRecord, takenAt } from '../fleet/records';

/** A backup as a run of its schedule, for people and for links. */
export function runOf(backup: BackupRecord): ScheduleRun {
  return {
    backup: backup.name,
    phase: backup.phase || 'New',
    takenAt: new Date(takenAt(backup)).toISOString(),
  };
}
