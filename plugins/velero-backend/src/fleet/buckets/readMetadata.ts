import { isBackupEnded } from '@appgear/backstage-plugin-velero-common';
import { BucketError } from '../../buckets';
import { BackupRecord, Interner, Raw, readBackup } from '../records';
import { metadataSchema } from './metadataSchema';

/** Where a `velero-backup.json` was found. */
export interface MetadataPlace {
  /** The name of the bucket in the configuration. */
  bucket: string;
  /** Of the backup's folder. */
  backup: string;
  /** Milliseconds since 1970. */
  modified: number;
  intern: Interner;
}

/**
 * Reads a backup as Velero wrote it into the bucket; undefined: it has not
 * ended, and Velero copies no such backup either (backup_sync_controller.go).
 *
 * @throws BucketError for what is no backup of that name
 */
export function readMetadata(
  bytes: Buffer,
  { bucket, backup, modified, intern }: MetadataPlace,
): BackupRecord | undefined {
  const object = new Raw(parse(bytes));
  const record = readBackup(object, { cluster: bucket, intern });
  if (record.name !== backup) {
    throw new BucketError('malformed', 'bucket.fileOfAnother', { backup });
  }
  const { phase, startedAt, completedAt } = record;
  if (!isBackupEnded(phase) || !startedAt || !completedAt) {
    return undefined;
  }
  return {
    ...record,
    storageLocation: bucket,
    deleting: false,
    isUntouched: false,
    // Copied from the bucket, so later than its own end: it is of no cluster
    // that is known by name.
    createdAt: Math.max(modified, completedAt + 1),
  };
}

function parse(bytes: Buffer): unknown {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new BucketError('malformed', 'bucket.fileNotJson');
  }
  const { success, data } = metadataSchema.safeParse(json);
  if (!success) {
    throw new BucketError('malformed', 'bucket.fileNoBackup');
  }
  return data;
}
