import type { KubeObject } from '../objects';
import type { ServedType } from '../resourceTypes';
import type { MemoryClusterStore } from '../store/clusterStore';

const BOUND_ANNOTATION = 'pv.kubernetes.io/bind-completed';

/**
 * Binds claims to the volumes that they name, if these are theirs or nobody's,
 * as the persistent volume controller does. Claims that name none wait: nobody
 * makes volumes here.
 *
 * @returns how to stop
 */
export function bindVolumes(store: MemoryClusterStore): () => void {
  const claims = store.resourceType('persistentvolumeclaims', '');
  const volumes = store.resourceType('persistentvolumes', '');
  if (!claims || !volumes) {
    return () => {};
  }
  const types = { claims, volumes };
  const stops = [
    store.subscribe(claims, ({ type, object }) => {
      if (type !== 'DELETED') {
        bind(store, types, object);
      }
    }),
    store.subscribe(volumes, ({ type, object }) => {
      if (type === 'ADDED') {
        waitingFor(store, claims, object).forEach(claim =>
          bind(store, types, claim),
        );
      }
    }),
  ];
  return () => stops.forEach(stop => stop());
}

type Types = Record<'claims' | 'volumes', ServedType>;

function bind(
  store: MemoryClusterStore,
  { claims, volumes }: Types,
  claim: KubeObject,
): void {
  const { name, namespace, uid } = claim.metadata;
  const { volumeName } = claim.spec ?? {};
  const volume = volumeName && store.get(volumes, volumeName);
  if (!volume || claim.status?.phase === 'Bound' || !isFor(volume, claim)) {
    return;
  }
  store.modify(volumes, volumeName, undefined, it => {
    const claimRef = { apiVersion: 'v1', kind: 'PersistentVolumeClaim' };
    it.spec.claimRef = { ...claimRef, namespace, name, uid };
    it.status = { ...it.status, phase: 'Bound' };
  });
  store.modify(claims, name, namespace, it => {
    const { annotations } = it.metadata;
    it.metadata.annotations = { ...annotations, [BOUND_ANNOTATION]: 'yes' };
    const { capacity, accessModes } = volume.spec;
    it.status = { ...it.status, phase: 'Bound', accessModes, capacity };
  });
}

function isFor({ spec }: KubeObject, { metadata }: KubeObject): boolean {
  const { namespace, name, uid } = spec?.claimRef ?? {};
  return (
    name === undefined ||
    (name === metadata.name &&
      namespace === metadata.namespace &&
      (uid === undefined || uid === metadata.uid))
  );
}

function waitingFor(
  store: MemoryClusterStore,
  claims: ServedType,
  { metadata }: KubeObject,
): KubeObject[] {
  return store
    .list(claims)
    .filter(
      ({ spec, status }) =>
        spec?.volumeName === metadata.name && status?.phase !== 'Bound',
    );
}
