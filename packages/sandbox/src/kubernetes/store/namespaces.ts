import type { KubeObject } from '../objects';
import { forbidden, notFound, qualifiedResource } from '../status';
import type { Kind, Kinds } from './kinds';
import { decode } from './record';

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
  const record = kinds.find('namespaces', '')?.objects.get(namespace);
  if (!record) {
    throw notFound(
      { ...kind.type, group: '', plural: 'namespaces' },
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
  return remainingIn(kinds, namespace).length === 0;
}

/** What the namespace controller says of a namespace that finalizers hold. */
export function contentRemaining(
  kinds: Kinds,
  namespace: string,
  now: string,
): object[] {
  const remaining = remainingIn(kinds, namespace);
  const counts = remaining.map(
    ({ type, objects }) =>
      `${qualifiedResource(type)} has ${
        objects.in(namespace).length
      } resource instances`,
  );
  const finalizers = remaining
    .flatMap(({ objects }) => objects.in(namespace).map(decode))
    .flatMap(({ metadata }) => metadata.finalizers ?? []);
  const held = [...new Set(finalizers)].map(
    finalizer =>
      `${finalizer} in ${
        finalizers.filter(other => other === finalizer).length
      } resource instances`,
  );
  return [
    {
      type: 'NamespaceContentRemaining',
      status: 'True',
      lastTransitionTime: now,
      reason: 'SomeResourcesRemain',
      message: `Some resources are remaining: ${counts.join(', ')}`,
    },
    {
      type: 'NamespaceFinalizersRemaining',
      status: 'True',
      lastTransitionTime: now,
      reason: 'SomeFinalizersRemain',
      message: `Some content in the namespace has finalizers remaining: ${held.join(
        ', ',
      )}`,
    },
  ];
}

function remainingIn(kinds: Kinds, namespace: string): Kind[] {
  return kinds
    .all()
    .filter(
      ({ type, objects }) =>
        type.namespaced && objects.in(namespace).length > 0,
    );
}
