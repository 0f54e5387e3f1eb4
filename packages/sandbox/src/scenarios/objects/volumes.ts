import { Random } from '../../clock';
import { NewKubeObject } from '../../kubernetes';
import { ScenarioStorageClass } from '../schema';

/** A claim that is bound, and its volume. */
export function boundClaim(
  namespace: string,
  name: string,
  size: string,
  storageClass: ScenarioStorageClass,
  labels: Record<string, string>,
  random: Random,
): NewKubeObject[] {
  const volume = `pvc-${random.uuid()}`;
  const common = {
    accessModes: ['ReadWriteOnce'],
    storageClassName: storageClass.name,
  };
  const capacity = { storage: size };
  return [
    {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: volume },
      spec: {
        ...common,
        ...sourceOf(storageClass, volume, random),
        capacity,
        persistentVolumeReclaimPolicy: storageClass.reclaimPolicy,
        claimRef: { kind: 'PersistentVolumeClaim', namespace, name },
      },
      status: { phase: 'Bound' },
    },
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        namespace,
        name,
        labels,
        annotations: { 'pv.kubernetes.io/bind-completed': 'yes' },
      },
      spec: {
        ...common,
        volumeName: volume,
        resources: { requests: capacity },
      },
      status: { phase: 'Bound', capacity },
    },
  ];
}

function sourceOf(
  { source, provisioner }: ScenarioStorageClass,
  volume: string,
  random: Random,
): object {
  switch (source) {
    case 'nfs':
      return { nfs: { server: 'nfs.appgear.example', path: `/${volume}` } };
    case 'awsElasticBlockStore':
      return {
        awsElasticBlockStore: { volumeID: `vol-0${random.hex(16)}` },
      };
    default:
      return {
        csi: { driver: provisioner, volumeHandle: `0001-0009-${volume}` },
      };
  }
}
