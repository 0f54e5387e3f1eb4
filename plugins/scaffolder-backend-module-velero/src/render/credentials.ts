import { CREDENTIALS, NAMESPACE, REPOSITORY_PASSWORD } from './cluster';
import { withFinops } from './finops';
import { DrModule } from './input';
import { Manifest } from './manifest';

/**
 * The bucket's credentials, and what volume data is encrypted with, out of
 * Vault. Both Secrets carry the label that keeps them out of every backup: who
 * may read the bucket does not get the key to it as well.
 */
export function credentials({ credentials: input }: DrModule): Manifest[] {
  const secret = (
    name: string,
    secretKey: string,
    remoteRef: { key: string; property: string },
  ) =>
    withFinops({
      apiVersion: `external-secrets.io/${input.apiVersion}`,
      kind: 'ExternalSecret',
      metadata: { name, namespace: NAMESPACE },
      spec: {
        refreshInterval: '1h',
        secretStoreRef: { name: input.secretStore, kind: 'ClusterSecretStore' },
        target: {
          name,
          creationPolicy: 'Owner',
          // A Vault that is lost does not take Velero's credentials with it.
          deletionPolicy: 'Retain',
          template: {
            metadata: { labels: { 'velero.io/exclude-from-backup': 'true' } },
          },
        },
        data: [{ secretKey, remoteRef }],
      },
    });
  const { key, property, repositoryPassword } = input;
  return [
    secret(CREDENTIALS, 'cloud', { key, property }),
    ...(repositoryPassword
      ? [secret(REPOSITORY_PASSWORD, 'repository-password', repositoryPassword)]
      : []),
  ];
}
