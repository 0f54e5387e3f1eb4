import { ReadContents } from '../assessment';
import { BackedUpObject, BackedUpVolume, Belonging } from '../preview';
import { DetailsByObject, detailsKey } from './readTarball';

/** What a backup says of itself, namespace by namespace; `''` is what is in none. */
export interface DistilledPart {
  /** Names by kind: `apps/v1/Deployment`. */
  objects: ReadonlyMap<string, readonly string[]>;
  volumes: ReadonlyArray<
    Omit<BackedUpVolume, 'namespace' | 'failed'> & {
      result?: 'succeeded' | 'failed';
    }
  >;
}

export interface Distilled {
  namespaces: ReadonlyMap<string, DistilledPart>;
  volumesRecorded: boolean;
  digest: string;
}

/**
 * Puts together what the backup's lists say and what its objects say.
 *
 * @param details - undefined when the objects were not read
 */
export function toContents(
  { namespaces, volumesRecorded, digest }: Distilled,
  details: DetailsByObject | undefined,
  options: {
    takenInTarget: boolean | undefined;
    belongingOf: (name: string, labels: Record<string, string>) => Belonging;
  },
): ReadContents {
  const objects: BackedUpObject[] = [];
  const volumes: BackedUpVolume[] = [];
  const belongings = new Map<string, Belonging>();
  for (const [namespace, part] of namespaces) {
    const place = namespace === '' ? undefined : namespace;
    for (const [apiKind, names] of part.objects) {
      for (const name of names) {
        const found = details?.get(detailsKey(apiKind, place, name));
        objects.push({
          apiKind,
          ...(place !== undefined && { namespace: place }),
          name,
          ...(found && { details: found }),
        });
        if (apiKind === 'v1/Namespace' && found) {
          belongings.set(name, options.belongingOf(name, found.labels));
        }
      }
    }
    volumes.push(...part.volumes.map(volume => toVolume(namespace, volume)));
  }
  return {
    digest,
    objects,
    volumes,
    volumesRecorded,
    takenInTarget: options.takenInTarget,
    namespaces: belongings,
  };
}

function toVolume(
  namespace: string,
  { result, ...volume }: DistilledPart['volumes'][number],
): BackedUpVolume {
  return {
    namespace,
    claim: volume.claim,
    volume: volume.volume,
    method: volume.method,
    moved: volume.moved,
    skipped: volume.skipped,
    failed: result === 'failed',
    bytes: volume.bytes,
    podVolume: volume.podVolume,
  };
}
