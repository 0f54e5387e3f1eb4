import type { KubeObject } from '../objects';

/**
 * What a server adds to built-in kinds as they are created, as far as it shows
 * in a backup or a dashboard. Defaults of single fields are not filled in.
 */
const COMPLETIONS: Record<string, (object: KubeObject) => void> = {
  Namespace: completeNamespace,
  PersistentVolume: object => {
    object.status ??= { phase: 'Pending' };
  },
  PersistentVolumeClaim: object => {
    object.status ??= { phase: 'Pending' };
  },
  Pod: object => {
    object.status ??= { phase: 'Pending', qosClass: 'BestEffort' };
  },
  Secret: completeSecret,
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
