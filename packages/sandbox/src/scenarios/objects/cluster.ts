import { NewKubeObject } from '../../kubernetes';
import { ScenarioCluster, ScenarioStorageClass } from '../schema';
import { namespaceObjects } from './namespace';

const SYSTEM_NAMESPACES = [
  'default',
  'kube-node-lease',
  'kube-public',
  'kube-system',
];

export function nodeName(cluster: string, index: number): string {
  return `${cluster}-node-${index + 1}`;
}

/** What a cluster has before anybody puts something into it. */
export function clusterObjects(cluster: ScenarioCluster): NewKubeObject[] {
  return [
    ...Array.from({ length: cluster.nodes }, (_, index) =>
      node(nodeName(cluster.name, index)),
    ),
    ...cluster.storageClasses.flatMap(storageClassObjects),
    ...SYSTEM_NAMESPACES.flatMap(name => namespaceObjects(name)),
  ];
}

function node(name: string): NewKubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'node.kubernetes.io/instance-type': 'm6.xlarge',
      },
    },
    spec: {},
    status: {
      capacity: { cpu: '4', memory: '16Gi', pods: '110' },
      conditions: [{ type: 'Ready', status: 'True' }],
      nodeInfo: { kubeletVersion: 'v1.35.7', architecture: 'amd64' },
    },
  };
}

function storageClassObjects({
  name,
  provisioner,
  reclaimPolicy,
  isDefault,
  source,
}: ScenarioStorageClass): NewKubeObject[] {
  const storageClass = {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: {
      name,
      annotations: {
        'storageclass.kubernetes.io/is-default-class': String(isDefault),
      },
    },
    provisioner,
    reclaimPolicy,
    volumeBindingMode: 'Immediate',
  };
  const snapshotClass = {
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshotClass',
    metadata: {
      name: `${name}-snapclass`,
      labels: { 'velero.io/csi-volumesnapshot-class': 'true' },
    },
    driver: provisioner,
    deletionPolicy: 'Retain',
  };
  return source === 'csi' ? [storageClass, snapshotClass] : [storageClass];
}
