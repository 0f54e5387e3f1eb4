import { Problem } from './clusters';

/**
 * Why what a backup holds is not known.
 *
 * - `clusterUnreachable`: the cluster that could sign the download does not answer
 * - `notAllowed`: the portal's identity may not create DownloadRequests there
 * - `notSigned`: Velero gave no address in time: it is down, or has no such
 *   backup or location (it then never answers; download_request_controller.go)
 * - `storageUnavailable`: the backup's location is gone or unavailable
 * - `storageUnreachable`: the bucket's address cannot be reached from the portal
 * - `storageUntrusted`: its certificate is not signed by a known authority
 * - `storageRefused`: the bucket answers 403
 * - `storageFailed`: the bucket answers with another error, such as 503
 * - `missing`: the file is not in the bucket
 * - `redirected`: the bucket sends elsewhere; redirects are not followed
 * - `truncated`: the file ends in the middle
 * - `notGzip`, `malformed`: the file is not what Velero writes
 * - `tooLarge`: larger than the configuration allows, packed or unpacked
 * - `slow`: it did not arrive in time
 *
 * @public
 */
export type EvidenceFailure =
  | 'clusterUnreachable'
  | 'notAllowed'
  | 'notSigned'
  | 'storageUnavailable'
  | 'storageUnreachable'
  | 'storageUntrusted'
  | 'storageRefused'
  | 'storageFailed'
  | 'missing'
  | 'redirected'
  | 'truncated'
  | 'notGzip'
  | 'malformed'
  | 'tooLarge'
  | 'slow';

/**
 * How far the portal is with reading what one backup reports about itself.
 *
 * - `waiting`: not read yet
 * - `read`: its files were read and are kept, distilled, with their digest
 * - `unknown`: they could not be read; `failure` says why, `nextAttemptAt` what follows
 * - `none`: Velero did not finish it, so that there is nothing to read
 *
 * @public
 */
export interface EvidenceStatus {
  state: 'waiting' | 'read' | 'unknown' | 'none';
  /** Only when `unknown`. */
  failure?: EvidenceFailure;
  problem?: Problem;
  attempts?: number;
  /** ISO 8601, UTC. */
  nextAttemptAt?: string;
  readAt?: string;
  /** SHA-256 of the files that were read, in hexadecimal. */
  digest?: string;
}
