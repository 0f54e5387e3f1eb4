import { KubeObject } from '../../kubernetes';
import { VeleroContext } from '../VeleroContext';

/**
 * What a cluster's own controllers would do with an object that came back:
 * pods run on a node, workloads become ready. All at once, for there is
 * nothing here that takes time.
 */
export function settle(object: KubeObject, context: VeleroContext): void {
  const change = changeFor(object, context);
  if (change) {
    const { store } = context.api.backups;
    const { metadata, apiVersion } = object;
    const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
    const type = store.resourceType(`${object.kind.toLowerCase()}s`, group)!;
    store.modify(type, metadata.name, metadata.namespace, change);
  }
}

function changeFor(
  { apiVersion, kind }: KubeObject,
  { cluster }: VeleroContext,
): ((object: KubeObject) => void) | undefined {
  if (apiVersion === 'v1' && kind === 'Pod') {
    const node = cluster.list('nodes')[0]?.metadata.name;
    return pod => {
      pod.spec.nodeName ??= node;
      pod.status = { ...pod.status, phase: node ? 'Running' : 'Pending' };
    };
  }
  if (apiVersion === 'apps/v1' && kind !== 'DaemonSet') {
    return workload => {
      const replicas = workload.spec?.replicas ?? 1;
      workload.status = { replicas, readyReplicas: replicas };
    };
  }
  return undefined;
}

/**
 * Binds a claim to the volume that it names, or to a new one of its class.
 *
 * @returns the volume's name; undefined when there is no class to make one
 */
export function bindClaim(
  claim: KubeObject,
  { api, cluster }: VeleroContext,
): string | undefined {
  const { store } = api.backups;
  const { namespace, name, uid } = claim.metadata;
  const volume: string = claim.spec.volumeName ?? `pvc-${uid}`;
  const ref = { group: '', plural: 'persistentvolumes', name: volume };
  const storageClass = cluster.get({
    group: 'storage.k8s.io',
    plural: 'storageclasses',
    name: claim.spec.storageClassName ?? '',
  });
  if (!storageClass && !cluster.get(ref)) {
    return undefined;
  }
  if (!cluster.get(ref)) {
    store.create({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: volume },
      spec: {
        capacity: claim.spec.resources?.requests,
        accessModes: claim.spec.accessModes,
        persistentVolumeReclaimPolicy: storageClass?.reclaimPolicy ?? 'Delete',
        storageClassName: claim.spec.storageClassName,
        claimRef: { kind: 'PersistentVolumeClaim', namespace, name, uid },
        csi: {
          driver: storageClass?.provisioner ?? 'unknown',
          volumeHandle: volume,
        },
      },
      status: { phase: 'Bound' },
    });
  }
  const type = store.resourceType('persistentvolumeclaims', '')!;
  store.modify(type, name, namespace, object => {
    object.spec.volumeName = volume;
    object.status = {
      phase: 'Bound',
      accessModes: object.spec.accessModes,
      capacity: object.spec.resources?.requests,
    };
  });
  return volume;
}
