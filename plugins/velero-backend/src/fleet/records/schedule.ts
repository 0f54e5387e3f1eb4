import { BackupSpec } from '@appgear/backstage-plugin-velero-common';
import { Raw } from './Raw';
import { readFailures, readRow, Row, RowContext } from './Row';

/** One Schedule object. */
export interface ScheduleRecord extends Row {
  /** The spec of the backups it makes, before Velero's defaults. */
  readonly template: Readonly<BackupSpec>;
  readonly cron: string;
  readonly paused: boolean;
  readonly phase: string;
  readonly failures: readonly string[];
  /** The last attempt, not the last success. */
  readonly lastBackupAt: number | undefined;
  readonly lastSkippedAt: number | undefined;
}

export function readSchedule(object: Raw, context: RowContext): ScheduleRecord {
  const { intern } = context;
  const spec = object.at('spec');
  const status = object.at('status');
  return {
    ...readRow(object, context),
    template: intern.json(spec.at('template').value<BackupSpec>()),
    cron: spec.text('schedule') ?? '',
    paused: spec.flag('paused'),
    phase: intern.text(status.text('phase') ?? ''),
    failures: readFailures(status),
    lastBackupAt: status.time('lastBackup'),
    lastSkippedAt: status.time('lastSkipped'),
  };
}
