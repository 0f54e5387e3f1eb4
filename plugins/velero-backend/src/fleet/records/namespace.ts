import { Raw } from './Raw';
import { readRow, Row, RowContext } from './Row';

/** One Namespace object. */
export interface NamespaceRecord extends Row {
  readonly terminating: boolean;
  /** No cluster shows it: only backups in a bucket tell of it. */
  readonly isLost?: boolean;
}

export function readNamespace(
  object: Raw,
  context: RowContext,
): NamespaceRecord {
  const row = readRow(object, context);
  return {
    ...row,
    terminating:
      row.deleting || object.at('status').text('phase') === 'Terminating',
  };
}
