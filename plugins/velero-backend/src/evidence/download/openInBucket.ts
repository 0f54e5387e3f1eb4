import { Readable } from 'node:stream';
import { backupsFolder, BucketClient, BucketError } from '../../buckets';
import { EvidenceError } from './EvidenceError';
import { DownloadTarget } from './signDownload';

/** By target, the ends of the names of the files that are read; tarballs never are. */
const FILES: Partial<Record<DownloadTarget['kind'], string>> = {
  BackupResourceList: '-resource-list.json.gz',
  BackupVolumeInfos: '-volumeinfo.json.gz',
  BackupResults: '-results.gz',
  BackupLog: '-logs.gz',
};

/**
 * Opens a backup's file in a bucket that the portal may read by itself.
 *
 * @throws EvidenceError
 */
export async function openInBucket(
  client: BucketClient,
  prefix: string | undefined,
  { kind, name }: DownloadTarget,
  signal: AbortSignal,
): Promise<Readable> {
  const file = FILES[kind];
  if (file === undefined) {
    throw new Error(`${kind} is not read out of buckets`);
  }
  try {
    const key = `${backupsFolder(prefix)}${name}/${name}${file}`;
    return await client.open(key, signal);
  } catch (error) {
    throw error instanceof BucketError
      ? new EvidenceError(error.failure, error.problem)
      : error;
  }
}
