import { ObjectDetails } from '../preview';

/** An object out of a backup's tarball; nothing in it is taken for granted. */
type Raw = Record<string, any>;

/**
 * Keeps of a backed-up object the few fields that decide what a restore makes
 * of it. A Secret leaves nothing but its labels and annotations, and of those
 * not the one in which kubectl keeps a copy of the whole.
 */
export function detailsOf(object: Raw): ObjectDetails {
  const { kind, metadata, spec, status } = object;
  return {
    labels: textMap(metadata?.labels),
    annotations: annotationsOf(metadata?.annotations),
    ...completion(kind, status),
    ...some('claims', kind === 'Pod' ? claimsOf(spec) : []),
    ...some('images', imagesOf(podSpecOf(kind, spec))),
    ...some('storageClasses', storageClassesOf(kind, spec)),
    ...(kind === 'PersistentVolume' &&
      typeof spec?.persistentVolumeReclaimPolicy === 'string' && {
        reclaimPolicy: spec.persistentVolumeReclaimPolicy,
      }),
    ...(kind === 'PersistentVolumeClaim' &&
      status?.phase === 'Bound' &&
      typeof spec?.volumeName === 'string' && { volume: spec.volumeName }),
  };
}

/** Only those that Velero or Kubernetes act on when it is restored. */
const ACTED_ON =
  /^((post|init)\.hook\.restore\.velero\.io\/|velero\.io\/|kubernetes\.io\/config\.mirror$)/;

function annotationsOf(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(textMap(value)).filter(([key]) => ACTED_ON.test(key)),
  );
}

/** Source: Velero, pkg/restore/restore.go, isCompleted. */
function completion(kind: unknown, status: Raw | undefined) {
  const ended =
    kind === 'Pod'
      ? ['Succeeded', 'Failed'].includes(status?.phase)
      : kind === 'Job' && Boolean(status?.completionTime);
  return ended ? { completed: true } : {};
}

function claimsOf(spec: Raw | undefined): string[] {
  return list(spec?.volumes)
    .map(volume => volume?.persistentVolumeClaim?.claimName)
    .filter(name => typeof name === 'string');
}

function podSpecOf(kind: unknown, spec: Raw | undefined): Raw | undefined {
  if (kind === 'Pod') return spec;
  if (kind === 'CronJob') return spec?.jobTemplate?.spec?.template?.spec;
  return spec?.template?.spec;
}

function imagesOf(podSpec: Raw | undefined): string[] {
  const containers = [
    ...list(podSpec?.containers),
    ...list(podSpec?.initContainers),
  ];
  const images = containers
    .map(container => container?.image)
    .filter(image => typeof image === 'string');
  return [...new Set(images)];
}

function storageClassesOf(kind: unknown, spec: Raw | undefined): string[] {
  const specs =
    kind === 'StatefulSet'
      ? list(spec?.volumeClaimTemplates).map(template => template?.spec)
      : [spec];
  return specs
    .map(claim => claim?.storageClassName)
    .filter(name => typeof name === 'string' && name !== '');
}

function list(value: unknown): Raw[] {
  return Array.isArray(value) ? value : [];
}

function textMap(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(([, text]) => typeof text === 'string'),
  );
}

function some<K extends string>(key: K, items: string[]) {
  return items.length > 0 ? ({ [key]: items } as Record<K, string[]>) : {};
}
