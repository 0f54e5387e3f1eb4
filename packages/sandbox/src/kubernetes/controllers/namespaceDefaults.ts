import type { NewKubeObject } from '../objects';
import type { MemoryClusterStore } from '../store/clusterStore';

const MANAGER = {
  name: 'kube-controller-manager',
  operation: 'Update',
} as const;

/**
 * Gives every namespace, old and new, its default ServiceAccount and the
 * cluster's authority, as the controller manager does: they are in every
 * backup, and in the way of every restore.
 *
 * @returns how to stop
 */
export function provideNamespaceDefaults(
  store: MemoryClusterStore,
  certificateAuthority: string,
): () => void {
  const namespaces = store.resourceType('namespaces', '');
  if (!namespaces) {
    return () => {};
  }
  const provide = (namespace: string) => {
    for (const object of defaultsOf(namespace, certificateAuthority)) {
      const type = store.resourceType(`${object.kind.toLowerCase()}s`, '');
      if (type && !store.get(type, object.metadata.name!, namespace)) {
        store.create(object, { manager: MANAGER });
      }
    }
  };
  store.list(namespaces).forEach(({ metadata }) => provide(metadata.name));
  return store.subscribe(namespaces, ({ type, object }) => {
    if (type === 'ADDED') {
      provide(object.metadata.name);
    }
  });
}

function defaultsOf(
  namespace: string,
  certificateAuthority: string,
): NewKubeObject[] {
  return [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'default', namespace },
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'kube-root-ca.crt',
        namespace,
        annotations: {
          'kubernetes.io/description':
            'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.',
        },
      },
      data: { 'ca.crt': certificateAuthority },
    },
  ];
}
