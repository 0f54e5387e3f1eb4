import {
  AnyKubernetesObject,
  groupResource,
  InventoryObject,
  objectKey,
  toInventoryObject,
} from '@appgear/backstage-plugin-velero-common';
import { compareKeys } from '../fleet';
import { LiveNamespace, LiveType, LiveVolume } from './LiveNamespace';
import { parseBytes } from './parseBytes';

/** Velero's own instructions, such as `backup.velero.io/backup-volumes`. */
const OF_VELERO = /(^|\.)velero\.io\//;

const VOLUME_KINDS = [
  'nfs',
  'hostPath',
  'local',
  'iscsi',
  'fc',
  'rbd',
  'cephfs',
];

/** Gathers a cluster's objects by namespace, as they arrive. */
export class ClusterCollector {
  readonly #wanted: ReadonlySet<string>;
  readonly #namespaces: Map<string, LiveNamespace>;
  readonly #drivers = new Map<string, { driver?: string; bytes?: number }>();

  /** @param wanted - the namespaces to keep; what is in none is kept as well */
  constructor(wanted: Iterable<string>) {
    this.#wanted = new Set(wanted);
    this.#namespaces = new Map(
      ['', ...this.#wanted].map(name => [name, { objects: [], volumes: [] }]),
    );
  }

  add(raw: unknown, type: LiveType): void {
    if (!isObject(raw)) {
      return;
    }
    const namespace = type.namespaced ? raw.metadata.namespace ?? '' : '';
    const found = this.#namespaces.get(namespace);
    if (!found || (type.namespaced && namespace === '')) {
      return;
    }
    found.objects.push(slim(toInventoryObject(raw, type)));
    const name = groupResource(type);
    if (name === 'persistentvolumeclaims') {
      found.volumes.push(toVolume(raw));
    } else if (name === 'persistentvolumes') {
      this.#drivers.set(raw.metadata.name, aboutVolume(raw));
    }
  }

  finish(): Map<string, LiveNamespace> {
    for (const { objects, volumes } of this.#namespaces.values()) {
      // Kinds arrive in any order; what did not change has to stay the same.
      objects.sort((a, b) => compareKeys(objectKey(a), objectKey(b)));
      for (const volume of volumes) {
        Object.assign(volume, this.#drivers.get(volume.volume ?? ''));
      }
    }
    return this.#namespaces;
  }
}

function isObject(raw: unknown): raw is AnyKubernetesObject {
  const { metadata } = (raw ?? {}) as Partial<AnyKubernetesObject>;
  return typeof metadata === 'object' && typeof metadata?.name === 'string';
}

/** Leaves out what nothing looks at. */
function slim(object: InventoryObject): InventoryObject {
  const { annotations, ownerReferences, ...rest } = object;
  const kept = Object.entries(annotations ?? {}).filter(([key]) =>
    OF_VELERO.test(key),
  );
  const controller = ownerReferences?.find(owner => owner.controller);
  return {
    ...rest,
    ...(kept.length > 0 && { annotations: Object.fromEntries(kept) }),
    ...(controller && { ownerReferences: [controller] }),
  };
}

function toVolume({ metadata, spec, status }: AnyKubernetesObject): LiveVolume {
  const bytes =
    parseBytes(status?.capacity?.storage) ??
    parseBytes(spec?.resources?.requests?.storage);
  const isBound = status?.phase === 'Bound' && spec?.volumeName;
  return {
    claim: metadata.name,
    ...(spec?.storageClassName && { storageClass: spec.storageClassName }),
    ...(bytes !== undefined && { bytes }),
    ...(isBound && { volume: spec.volumeName }),
  };
}

function aboutVolume({ spec }: AnyKubernetesObject) {
  const driver = spec?.csi?.driver ?? VOLUME_KINDS.find(kind => spec?.[kind]);
  const bytes = parseBytes(spec?.capacity?.storage);
  return {
    ...(typeof driver === 'string' && { driver }),
    ...(bytes !== undefined && { bytes }),
  };
}
