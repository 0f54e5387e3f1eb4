import type { KubeObject } from '../objects';
import { forbidden, notFound } from '../status';
import type { Kind, Kinds } from './kinds';
import { decode } from './record';

/** What the API server adds to a namespace as it is created. */
export function completeNamespace(namespace: KubeObject): void {
  const { metadata } = namespace;
  metadata.labels = {
    'kubernetes.io/metadata.name': metadata.name,
    ...metadata.labels,
  };
  namespace.spec = { finalizers: ['kubernetes'], ...namespace.spec };
  namespace.status = { phase: 'Active', ...namespace.status };
}

/** The namespace as it looks while its contents are being deleted. */
export function terminating(namespace: KubeObject, now: string): KubeObject {
  return {
    ...namespace,
    metadata: { ...namespace.metadata, deletionTimestamp: now },
    status: { ...namespace.status, phase: 'Terminating' },
  };
}

/**
 * Nothing is created in a namespace that is missing or on its way out
 * (admission plugin NamespaceLifecycle).
 *
 * @throws StatusError 404 or 403
 */
export function admitToNamespace(
  kinds: Kinds,
  kind: Kind,
  name: string,
  namespace: string,
): void {
  const namespaces = kinds.find('namespaces', '');
  const record = namespaces?.objects.get(namespace);
  if (!namespaces || !record) {
    throw notFound(
      namespaces?.type ?? { ...kind.type, group: '', plural: 'namespaces' },
      namespace,
    );
  }
  if (decode(record).metadata.deletionTimestamp) {
    throw forbidden(
      kind.type,
      name,
      `unable to create new content in namespace ${namespace} because it is being terminated`,
      [
        {
          reason: 'NamespaceTerminating',
          message: `namespace ${namespace} is being terminated`,
          field: 'metadata.namespace',
        },
      ],
    );
  }
}

/** Whether anything is left in it. */
export function isEmptyNamespace(kinds: Kinds, namespace: string): boolean {
  return kinds
    .all()
    .every(
      ({ type, objects }) =>
        !type.namespaced || objects.in(namespace).length === 0,
    );
}
