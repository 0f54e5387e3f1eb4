import {
  groupResource,
  InventoryObject,
  LABEL_EXCLUDE_FROM_BACKUP,
  noBackupNeeded,
} from '@appgear/backstage-plugin-velero-common';
import { LiveNamespace, LiveVolume } from '../../inventory';

/** What lives in a namespace and counts. */
export interface CountedLive {
  /** Objects but claims with data, which count as volumes. */
  readonly objects: readonly InventoryObject[];
  /** Claims that are bound to a volume. */
  readonly claims: readonly CountedClaim[];
  /** Left out of backups by their label: somebody wants it so. */
  readonly excluded: readonly InventoryObject[];
}

export interface CountedClaim {
  readonly object: InventoryObject;
  readonly volume: LiveVolume;
}

/** Of all that lives in a namespace, what would be lost for good with the cluster. */
export function countedLive(
  { objects, volumes }: LiveNamespace,
  exemptKinds: readonly string[],
): CountedLive {
  const exempt = new Set(exemptKinds);
  const bound = new Map(
    volumes.filter(it => it.volume).map(it => [it.claim, it]),
  );
  const counted: InventoryObject[] = [];
  const claims: CountedClaim[] = [];
  const excluded: InventoryObject[] = [];
  for (const object of objects) {
    if (
      object.terminating ||
      noBackupNeeded(object) ||
      exempt.has(groupResource(object))
    ) {
      continue;
    }
    const volume = isClaim(object) ? bound.get(object.name) : undefined;
    if (object.labels?.[LABEL_EXCLUDE_FROM_BACKUP] === 'true') {
      excluded.push(object);
    } else if (volume) {
      claims.push({ object, volume });
    } else {
      counted.push(object);
    }
  }
  return { objects: counted, claims, excluded };
}

/** Whether nothing lives there that would be lost. */
export function isNothing({ objects, claims }: CountedLive): boolean {
  return objects.length + claims.length === 0;
}

function isClaim({ group, plural }: InventoryObject): boolean {
  return group === '' && plural === 'persistentvolumeclaims';
}
