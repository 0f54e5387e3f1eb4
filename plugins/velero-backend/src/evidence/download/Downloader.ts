import { says } from '@appgear/backstage-plugin-velero-common';
import { Readable } from 'node:stream';
import { BucketClient } from '../../buckets';
import { EvidenceConfig } from '../../config';
import { Deadline } from '../../deadline';
import { StorageLocationRecord } from '../../fleet/records';
import { EvidenceError } from './EvidenceError';
import { openAddress } from './openAddress';
import { openInBucket } from './openInBucket';
import { DownloadTarget, signDownload, Signer } from './signDownload';
import { storageAccess } from './storageAccess';
import { unpack } from './unpack';

/** What a cluster's Velero can be asked with. */
export type ClusterSigner = Omit<Signer, 'signingTimeout'>;

/** Which file to read, out of which bucket, and by whose leave. */
export interface Download {
  /** The cluster whose Velero signs for it, or the bucket itself, where the portal may read it. */
  from: { signer: ClusterSigner } | { bucket: BucketClient };
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
  async *read(download: Download, signal: AbortSignal): AsyncGenerator<Buffer> {
    const { downloadTimeout } = this.#config;
    const open = await this.#find(download, signal);
    const deadline = new Deadline(downloadTimeout, signal);
    try {
      yield* unpack(await open(deadline.signal), this.#config);
    } catch (error) {
      signal.throwIfAborted();
      throw deadline.isOver ? tooSlow(download.target, downloadTimeout) : error;
    } finally {
      deadline.clear();
    }
  }

  /** Finds out where the file is to be had; how to open it. */
  async #find(
    { from, location, target }: Download,
    signal: AbortSignal,
  ): Promise<(signal: AbortSignal) => Promise<Readable>> {
    if ('bucket' in from) {
      const { prefix } = location;
      return until => openInBucket(from.bucket, prefix, target, until);
    }
    const { signingTimeout, storages } = this.#config;
    const access = await storageAccess(location, storages);
    const signer = { ...from.signer, signingTimeout };
    const address = await signDownload(signer, target, signal);
    return until => openAddress(address, access, until);
  }
}

function tooSlow(target: DownloadTarget, milliseconds: number): EvidenceError {
  const seconds = Math.round(milliseconds / 1000);
  return new EvidenceError(
    'slow',
    says('file.slow', { file: target.kind, seconds }),
  );
}
