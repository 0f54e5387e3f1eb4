import { createHash } from 'node:crypto';
import {
  BackupRecord,
  storageKey,
  StorageLocationRecord,
  takenAt,
} from '../../fleet';

/**
 * Names one backup's evidence: where it lies, and which one it is there. Two
 * clusters that share a bucket show the same backup under other uids, and so
 * does one cluster after a re-sync; it is still the same backup.
 */
export interface EvidenceKey {
  readonly id: string;
  /** SHA-256 of what makes it one storage. */
  readonly storage: string;
  readonly backup: string;
  /** Milliseconds since 1970. */
  readonly takenAt: number;
}

const digests = new WeakMap<StorageLocationRecord, string>();

/** Names a storage: equal for two locations on the same place in a bucket. */
export function storageDigest(location: StorageLocationRecord): string {
  let digest = digests.get(location);
  if (!digest) {
    digest = createHash('sha256').update(storageKey(location)).digest('hex');
    digests.set(location, digest);
  }
  return digest;
}

/** Names the evidence of a backup that lies in this location. */
export function evidenceKey(
  backup: BackupRecord,
  location: StorageLocationRecord,
): EvidenceKey {
  const storage = storageDigest(location);
  const taken = takenAt(backup);
  return {
    // Joined, not put together of pieces: in memory, those would all be kept.
    id: [storage, backup.name, taken].join('/'),
    storage,
    backup: backup.name,
    takenAt: taken,
  };
}
