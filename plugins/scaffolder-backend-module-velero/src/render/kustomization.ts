import {
  CREDENTIALS,
  LOCATION,
  NAMESPACE,
  REPOSITORY_PASSWORD,
} from './cluster';

const API = 'kustomize.config.k8s.io';

/** A kustomization of files and folders. */
export const kustomization = (resources: string[], rest: object = {}) => ({
  apiVersion: `${API}/v1beta1`,
  kind: 'Kustomization',
  resources,
  ...rest,
});

/**
 * What is different on the day after a disaster (velero: docs,
 * disaster-case.md): nothing writes to the bucket and nothing in it expires
 * until the restore is done, and the credentials come from outside, as Vault
 * is one of the things to restore.
 */
export const dayZero = (withRepositoryPassword: boolean) => ({
  apiVersion: `${API}/v1alpha1`,
  kind: 'Component',
  patches: [
    ...[
      CREDENTIALS,
      ...(withRepositoryPassword ? [REPOSITORY_PASSWORD] : []),
    ].map(removeExternalSecret),
    {
      target: { kind: 'BackupStorageLocation', name: LOCATION },
      patch: JSON.stringify([
        { op: 'replace', path: '/spec/accessMode', value: 'ReadOnly' },
      ]),
    },
    {
      target: { kind: 'Schedule' },
      patch: JSON.stringify([{ op: 'add', path: '/spec/paused', value: true }]),
    },
  ],
});

function removeExternalSecret(name: string) {
  return {
    target: { kind: 'ExternalSecret', name },
    patch: JSON.stringify({
      $patch: 'delete',
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name, namespace: NAMESPACE },
    }),
  };
}
