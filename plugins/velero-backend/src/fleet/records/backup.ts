import { BackupSpec } from '@appgear/backstage-plugin-velero-common';
import { Raw } from './Raw';
import { readFailures, readRow, Row, RowContext } from './Row';

/** One Backup object. */
export interface BackupRecord extends Row {
  readonly spec: Readonly<BackupSpec>;
  /** The schedule that made it, if one did. */
  readonly schedule: string | undefined;
  /** As Velero writes it; empty: not looked at yet. */
  readonly phase: string;
  readonly storageLocation: string | undefined;
  readonly startedAt: number | undefined;
  readonly completedAt: number | undefined;
  readonly expiresAt: number | undefined;
  readonly itemsBackedUp: number | undefined;
  readonly totalItems: number | undefined;
  readonly warnings: number;
  readonly errors: number;
  readonly failures: readonly string[];
  /** Written once and never changed: Kubernetes counts writes of the spec and, without a subresource, the status. */
  readonly isUntouched: boolean;
}

export function readBackup(object: Raw, context: RowContext): BackupRecord {
  const { intern } = context;
  const { cluster, name, uid, createdAt, labels, annotations, deleting } =
    readRow(object, context);
  const spec = object.at('spec');
  const status = object.at('status');
  const progress = status.at('progress');
  // Named one by one, all are kept in one object: there are 100,000 of them.
  return {
    cluster,
    name,
    uid,
    createdAt,
    labels,
    annotations,
    deleting,
    spec: intern.json(spec.value<BackupSpec>()),
    schedule: intern.text(labels['velero.io/schedule-name']),
    phase: intern.text(status.text('phase') ?? ''),
    storageLocation: intern.text(spec.text('storageLocation')),
    startedAt: status.time('startTimestamp'),
    completedAt: status.time('completionTimestamp'),
    expiresAt: status.time('expiration'),
    itemsBackedUp: progress.count('itemsBackedUp'),
    totalItems: progress.count('totalItems'),
    warnings: status.count('warnings') ?? 0,
    errors: status.count('errors') ?? 0,
    failures: readFailures(status),
    isUntouched: object.at('metadata').count('generation') === 1,
  };
}

/**
 * Whether the object was copied from the bucket rather than made on its
 * cluster (Velero's backup_sync_controller.go): then it came to be after its
 * own end. Times are of full seconds; of one second both are told apart by
 * Velero's writes: it copies at once, and makes a backup in many steps.
 */
export function isSynced(backup: BackupRecord): boolean {
  const { createdAt, completedAt, isUntouched } = backup;
  return (
    completedAt !== undefined &&
    (createdAt > completedAt || (createdAt === completedAt && isUntouched))
  );
}

/** When the backup was taken, whenever its object came to be. */
export function takenAt(backup: BackupRecord): number {
  return backup.startedAt ?? backup.createdAt;
}
