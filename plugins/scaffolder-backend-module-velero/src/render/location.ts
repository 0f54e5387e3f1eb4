import { LOCATION, NAMESPACE } from './cluster';
import { withFinops } from './finops';
import { DrModule } from './input';
import { Manifest } from './manifest';
import { Release } from './releases';

type Config = (
  storage: DrModule['storage'],
  release: Release,
) => Record<string, string | undefined>;

const CONFIG: Record<DrModule['provider'], Config> = {
  aws: ({ region, endpoint, publicUrl }, { minor }) => ({
    region,
    ...(endpoint && { s3Url: endpoint, s3ForcePathStyle: 'true' }),
    ...(publicUrl && { publicUrl }),
    // Checksums in trailers came with the SDK of 1.14's plugin; few compatible stores take them.
    ...(endpoint && minor !== '1.13' && { checksumAlgorithm: '' }),
  }),
  azure: ({ resourceGroup, storageAccount, subscriptionId }) => ({
    resourceGroup,
    storageAccount,
    subscriptionId,
  }),
  gcp: () => ({}),
};

/** Where this cluster's backups go. One cluster writes to a prefix, no other (velero: docs, FAQ). */
export const location = (
  { provider, storage }: DrModule,
  release: Release,
  cluster: string,
): Manifest => {
  const config = CONFIG[provider](storage, release);
  return withFinops({
    apiVersion: 'velero.io/v1',
    kind: 'BackupStorageLocation',
    metadata: {
      name: LOCATION,
      namespace: NAMESPACE,
      // After Velero's kinds.
      annotations: { 'argocd.argoproj.io/sync-wave': '1' },
    },
    spec: {
      provider,
      // For backups and for people that name no location.
      default: true,
      accessMode: 'ReadWrite',
      objectStorage: {
        bucket: storage.bucket,
        prefix: storage.prefix ?? `appgear-platform/${cluster}`,
        ...(storage.caCert && { caCert: storage.caCert }),
      },
      // Kustomize makes null of an empty one, which the server refuses.
      ...(Object.keys(config).length > 0 && { config }),
    },
  });
};
