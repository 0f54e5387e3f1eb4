import { ProtectionReason } from '@appgear/backstage-plugin-velero-common';
import { Cause } from './VerdictChange';

/** Reasons that a cluster which does not answer brings about. */
const OF_DEAD_CLUSTERS = new Set<ProtectionReason['code']>([
  'evidenceUnknown',
  'evidenceWaiting',
  'inventoryUnread',
  'storageUnavailable',
  'tooOld',
]);

/**
 * What a workspace's reasons come down to, when that is a cluster that does
 * not answer or a storage that is not available.
 *
 * @param unknown - a cluster of which nothing was ever heard: what only backups
 *   tell of may live there
 */
export function findCause(
  reasons: readonly ProtectionReason[],
  isLive: (cluster: string) => boolean,
  unknown?: string,
): Cause | undefined {
  const [worst] = reasons;
  if (!worst) {
    return undefined;
  }
  if (worst.code === 'onlyInBackups' && unknown !== undefined) {
    return { kind: 'cluster', name: unknown };
  }
  const clusters = [
    worst.cluster,
    'point' in worst ? worst.point.cluster : undefined,
  ].filter(cluster => cluster !== undefined);
  const dead = clusters.find(cluster => !isLive(cluster));
  if (dead !== undefined && OF_DEAD_CLUSTERS.has(worst.code)) {
    return { kind: 'cluster', name: dead };
  }
  return worst.code === 'storageUnavailable'
    ? { kind: 'storage', name: worst.storage }
    : undefined;
}
