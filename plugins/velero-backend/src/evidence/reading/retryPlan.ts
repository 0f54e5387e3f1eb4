import { EvidenceFailure } from '@appgear/backstage-plugin-velero-common';
import { EvidenceConfig } from '../../config';

/** What is wrong with the file itself rarely mends; it is asked for less often. */
const OF_THE_FILE: ReadonlySet<EvidenceFailure> = new Set<EvidenceFailure>([
  'missing',
  'malformed',
  'notGzip',
  'tooLarge',
]);

/** The way through one cluster; another that sees the same bucket may do better. */
const OF_THE_CLUSTER: ReadonlySet<EvidenceFailure> = new Set<EvidenceFailure>([
  'clusterUnreachable',
  'notAllowed',
  'notSigned',
]);

/** Found out before the cluster is asked. */
const NOT_ASKED: ReadonlySet<EvidenceFailure> = new Set<EvidenceFailure>([
  'storageUnavailable',
]);

/**
 * What a failure says of the cluster: that it `refused`, or that it did its
 * part and `answered`; undefined: nothing.
 */
export function saysOfCluster(
  failure: EvidenceFailure,
): 'answered' | 'refused' | undefined {
  if (NOT_ASKED.has(failure)) {
    return undefined;
  }
  return OF_THE_CLUSTER.has(failure) ? 'refused' : 'answered';
}

/**
 * What a wait is multiplied by, so that it is never in step with others.
 *
 * @param random - from 0 to 1
 */
export function outOfStep(random: number): number {
  return 0.75 + random / 2;
}

/** When a backup is tried again, in milliseconds from now. */
export interface RetryPlan {
  /** By whichever replica and cluster. */
  waitMs: number;
  /** Through the cluster that failed. */
  sameClusterWaitMs: number;
}

/**
 * Plans the next attempt: the wait doubles with each failure, and is never in
 * step with that of other backups.
 *
 * @param attempts - how many failed, this one included
 * @param random - from 0 to 1
 */
export function planRetry(
  failure: EvidenceFailure,
  attempts: number,
  config: Pick<EvidenceConfig, 'retryInitial' | 'retryMax'>,
  random: number,
): RetryPlan {
  const { retryInitial, retryMax } = config;
  const first = OF_THE_FILE.has(failure) ? 16 * retryInitial : retryInitial;
  const jitter = outOfStep(random);
  const full = Math.min(retryMax, first * 2 ** (attempts - 1)) * jitter;
  return {
    waitMs: OF_THE_CLUSTER.has(failure)
      ? Math.min(full, retryInitial * jitter)
      : full,
    sameClusterWaitMs: full,
  };
}
