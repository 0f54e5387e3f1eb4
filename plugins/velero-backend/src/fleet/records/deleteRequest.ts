import { Raw } from './Raw';
import { readRow, Row, RowContext } from './Row';

/** One DeleteBackupRequest object. */
export interface DeleteRequestRecord extends Row {
  readonly backup: string | undefined;
  /** `New`, `InProgress` or `Processed`; `errors` decides whether it worked. */
  readonly phase: string;
  readonly errors: readonly string[];
}

export function readDeleteRequest(
  object: Raw,
  context: RowContext,
): DeleteRequestRecord {
  const status = object.at('status');
  return {
    ...readRow(object, context),
    backup: object.at('spec').text('backupName'),
    phase: status.text('phase') ?? '',
    errors: status.texts('errors'),
  };
}
