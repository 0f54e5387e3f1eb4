import { ReadModel } from '../answers';
import { UnprocessableError } from '../problems';

/**
 * Where a backup goes: undefined for the cluster's default location. A cluster
 * without default (module 15 has none) but with one that can be written to
 * leaves no doubt.
 *
 * @throws UnprocessableError (422) where Velero would fail the backup
 */
export function chooseLocation(
  { cluster, asked }: { cluster: string; asked: string | undefined },
  { fleet }: Pick<ReadModel, 'fleet'>,
): string | undefined {
  const locations = [...fleet.tables.backupstoragelocations.of(cluster)];
  const writable = locations.filter(
    ({ accessMode, phase }) =>
      accessMode === 'ReadWrite' && phase !== 'Unavailable',
  );
  if (asked !== undefined) {
    if (writable.some(({ name }) => name === asked)) return asked;
    throw refusal(
      cluster,
      `storage location ${asked} is not there, cannot be written to, or is unavailable`,
    );
  }
  if (writable.some(({ isDefault }) => isDefault)) return undefined;
  if (writable.length === 1) return writable[0].name;
  throw refusal(
    cluster,
    writable.length === 0
      ? 'there is no storage location that can be written to'
      : 'there are several storage locations and none is the default',
  );
}

function refusal(cluster: string, message: string): Error {
  return new UnprocessableError(
    { message: `Nothing can be backed up on cluster ${cluster}` },
    [
      {
        message,
        hint: 'Name one in storageLocation, or mend the locations of the cluster.',
      },
    ],
  );
}
