import type { KubeObject } from '../objects';

/**
 * What a server adds to built-in kinds as they are created, as far as it matters
 * to a backup or a dashboard: most fields' defaults are not filled in.
 */
const COMPLETIONS: Record<string, (object: KubeObject) => void> = {
  Namespace: completeNamespace,
  Deployment: completeReplicas,
  PersistentVolume: object => {
    object.spec = {
      persistentVolumeReclaimPolicy: 'Retain',
      volumeMode: 'Filesystem',
      ...object.spec,
    };
    object.status ??= { phase: 'Pending' };
  },
  PersistentVolumeClaim: object => {
    object.spec = { volumeMode: 'Filesystem', ...object.spec };
    object.status ??= { phase: 'Pending' };
  },
  Pod: object => {
    object.status ??= { phase: 'Pending', qosClass: 'BestEffort' };
  },
  ReplicaSet: completeReplicas,
  Secret: completeSecret,
  StatefulSet: completeReplicas,
  StorageClass: object => {
    object.reclaimPolicy ??= 'Delete';
    object.volumeBindingMode ??= 'Immediate';
  },
};

export function complete(object: KubeObject): void {
  COMPLETIONS[object.kind]?.(object);
}

function completeNamespace(namespace: KubeObject): void {
  const { metadata } = namespace;
  metadata.labels = {
    ...metadata.labels,
    'kubernetes.io/metadata.name': metadata.name,
  };
  namespace.spec = { finalizers: ['kubernetes'], ...namespace.spec };
  namespace.status = { phase: 'Active', ...namespace.status };
}

function completeReplicas(workload: KubeObject): void {
  workload.spec = { replicas: 1, ...workload.spec };
}

function completeSecret(secret: KubeObject): void {
  const { stringData, ...rest } = secret;
  if (stringData) {
    const encoded = Object.entries<string>(stringData).map(([key, value]) => [
      key,
      Buffer.from(value).toString('base64'),
    ]);
    secret.data = { ...rest.data, ...Object.fromEntries(encoded) };
    delete secret.stringData;
  }
  secret.type ??= 'Opaque';
}
