import { Raw } from './Raw';
import { readRow, Row, RowContext } from './Row';

/** One BackupStorageLocation object. */
export interface StorageLocationRecord extends Row {
  readonly provider: string;
  readonly bucket: string | undefined;
  readonly prefix: string | undefined;
  /** Of the provider, such as `region` and `s3Url`; never credentials. */
  readonly config: Readonly<Record<string, string>>;
  /** Of the bucket's authority: PEM in base64. Public, unlike credentials. */
  readonly caCert: string | undefined;
  readonly phase: string;
  readonly message: string | undefined;
  readonly accessMode: 'ReadWrite' | 'ReadOnly';
  readonly isDefault: boolean;
  readonly lastValidatedAt: number | undefined;
  readonly lastSyncedAt: number | undefined;
  /** No cluster's: the portal reads the bucket by itself. */
  readonly isPortals?: boolean;
}

export function readStorageLocation(
  object: Raw,
  context: RowContext,
): StorageLocationRecord {
  const spec = object.at('spec');
  const status = object.at('status');
  const storage = spec.at('objectStorage');
  const lastValidatedAt = status.time('lastValidationTime');
  return {
    ...readRow(object, context),
    provider: spec.text('provider') ?? '',
    bucket: storage.text('bucket'),
    prefix: storage.text('prefix'),
    config: context.intern.json(spec.textMap('config')),
    caCert: storage.text('caCert'),
    // The CRD's default is Unavailable, which means nothing before the first
    // validation.
    phase: lastValidatedAt ? status.text('phase') ?? '' : '',
    message: status.text('message'),
    accessMode:
      spec.text('accessMode') === 'ReadOnly' ? 'ReadOnly' : 'ReadWrite',
    isDefault: spec.flag('default'),
    lastValidatedAt,
    lastSyncedAt: status.time('lastSyncedTime'),
  };
}

/** One VolumeSnapshotLocation object. */
export interface SnapshotLocationRecord extends Row {
  readonly provider: string;
  readonly config: Readonly<Record<string, string>>;
}

export function readSnapshotLocation(
  object: Raw,
  context: RowContext,
): SnapshotLocationRecord {
  const spec = object.at('spec');
  return {
    ...readRow(object, context),
    provider: spec.text('provider') ?? '',
    config: context.intern.json(spec.textMap('config')),
  };
}

const storageKeys = new WeakMap<StorageLocationRecord, string>();

/**
 * What makes two locations one storage: the same place in the same bucket,
 * through whichever cluster.
 */
export function storageKey(location: StorageLocationRecord): string {
  let key = storageKeys.get(location);
  if (key === undefined) {
    const { provider, bucket = '', prefix = '', config } = location;
    key = JSON.stringify([
      provider.replace(/^velero\.io\//, ''),
      config.s3Url?.replace(/\/+$/, '') ?? '',
      bucket,
      prefix.replace(/^\/+|\/+$/g, ''),
    ]);
    storageKeys.set(location, key);
  }
  return key;
}
