import { createHash, Hash } from 'node:crypto';
import { DownloadTarget, EvidenceError } from '../download';
import { DistilledBackup } from './Distilled';
import { Distiller } from './Distiller';
import { readJson } from './readJson';
import { resourceList, results, volumeInfos } from './visitors';

/** Opens one file of the backup, unpacked. */
export type OpenFile = (kind: DownloadTarget['kind']) => AsyncIterable<Buffer>;

/**
 * Reads what a backup reports about itself.
 *
 * Every Velero from 1.13 on writes all three files for a backup that ended
 * Completed or PartiallyFailed (pkg/controller/backup_controller.go,
 * persistBackup). Of a backup that an older one left in the bucket,
 * VolumeInfos are missing: then nothing is known of its volumes.
 *
 * @throws EvidenceError
 */
export async function distilBackup(open: OpenFile): Promise<DistilledBackup> {
  const distiller = new Distiller();
  const hash = createHash('sha256');
  const read = (kind: DownloadTarget['kind']) => hashed(open(kind), kind, hash);
  await readJson(read('BackupResourceList'), resourceList(distiller));
  const volumesRecorded = await unlessMissing(
    readJson(read('BackupVolumeInfos'), volumeInfos(distiller)),
  );
  await readJson(read('BackupResults'), results(distiller));
  return distiller.finish({ digest: hash.digest('hex'), volumesRecorded });
}

async function* hashed(
  source: AsyncIterable<Buffer>,
  name: string,
  hash: Hash,
): AsyncGenerator<Buffer> {
  hash.update(`\0${name}\0`);
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
}

async function unlessMissing(reading: Promise<void>): Promise<boolean> {
  try {
    await reading;
    return true;
  } catch (error) {
    if (error instanceof EvidenceError && error.failure === 'missing') {
      return false;
    }
    throw error;
  }
}
