import { RestoreSpec } from '@appgear/backstage-plugin-velero-common';
import { Raw } from './Raw';
import { readFailures, readRow, Row, RowContext } from './Row';

/** One Restore object. */
export interface RestoreRecord extends Row {
  readonly spec: Readonly<RestoreSpec>;
  readonly phase: string;
  readonly backup: string | undefined;
  readonly schedule: string | undefined;
  readonly startedAt: number | undefined;
  readonly completedAt: number | undefined;
  readonly itemsRestored: number | undefined;
  readonly totalItems: number | undefined;
  readonly warnings: number;
  readonly errors: number;
  readonly failures: readonly string[];
}

export function readRestore(object: Raw, context: RowContext): RestoreRecord {
  const { intern } = context;
  const spec = object.at('spec');
  const status = object.at('status');
  const progress = status.at('progress');
  return {
    ...readRow(object, context),
    spec: intern.json(spec.value<RestoreSpec>()),
    phase: intern.text(status.text('phase') ?? ''),
    backup: spec.text('backupName'),
    schedule: intern.text(spec.text('scheduleName')),
    startedAt: status.time('startTimestamp'),
    completedAt: status.time('completionTimestamp'),
    itemsRestored: progress.count('itemsRestored'),
    totalItems: progress.count('totalItems'),
    warnings: status.count('warnings') ?? 0,
    errors: status.count('errors') ?? 0,
    failures: readFailures(status),
  };
}
