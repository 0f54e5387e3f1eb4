import { EvidenceConfig } from '../../config';
import { StorageLocationRecord } from '../../fleet/records';
import { EvidenceError } from './EvidenceError';
import { openAddress } from './openAddress';
import { DownloadTarget, signDownload, Signer } from './signDownload';
import { storageAccess } from './storageAccess';
import { unpack } from './unpack';

/** What a cluster's Velero can be asked with. */
export type ClusterSigner = Omit<Signer, 'signingTimeout'>;

/** Which file to read, through which cluster and out of which bucket. */
export interface Download {
  signer: ClusterSigner;
  location: StorageLocationRecord;
  target: DownloadTarget;
}

/** Reads the files that Velero keeps of backups. */
export class Downloader {
  readonly #config: EvidenceConfig;

  constructor(config: EvidenceConfig) {
    this.#config = config;
  }

  /**
   * Reads one file, unpacked, as it arrives.
   *
   * @throws EvidenceError for all that can be wrong with it; the signal's
   *   reason when that aborts
   */
  async *read(
    { signer, location, target }: Download,
    signal: AbortSignal,
  ): AsyncGenerator<Buffer> {
    const { signingTimeout, downloadTimeout } = this.#config;
    const access = await storageAccess(location, this.#config.storages);
    const address = await signDownload(
      { ...signer, signingTimeout },
      target,
      signal,
    );
    const timeout = AbortSignal.timeout(downloadTimeout);
    const either = AbortSignal.any([signal, timeout]);
    try {
      const packed = await openAddress(address, access, either);
      yield* unpack(packed, this.#config);
    } catch (error) {
      signal.throwIfAborted();
      throw timeout.aborted ? tooSlow(target, downloadTimeout) : error;
    }
  }
}

function tooSlow(target: DownloadTarget, milliseconds: number): EvidenceError {
  const seconds = Math.round(milliseconds / 1000);
  return new EvidenceError(
    'slow',
    `${target.kind} did not arrive within ${seconds} seconds.`,
    'Raise downloadTimeout under velero.evidence if the way to the bucket is that slow.',
  );
}
