import { z } from 'zod';

const list = z.array(z.string()).nullish();
const flag = z.boolean().nullish();
const selector = z.object({
  matchLabels: z.record(z.string(), z.string()).nullish(),
  matchExpressions: z
    .array(z.object({ key: z.string(), operator: z.string(), values: list }))
    .nullish(),
});

/**
 * A Backup object in a bucket, as far as the portal uses it. A cluster checks
 * objects against Velero's schema; whatever lies in a bucket, nobody checked.
 */
export const metadataSchema = z.object({
  kind: z.literal('Backup'),
  metadata: z.record(z.string(), z.unknown()),
  spec: z.object({
    includedNamespaces: list,
    excludedNamespaces: list,
    includedResources: list,
    excludedResources: list,
    includedClusterScopedResources: list,
    excludedClusterScopedResources: list,
    includedNamespaceScopedResources: list,
    excludedNamespaceScopedResources: list,
    includeClusterResources: flag,
    labelSelector: selector.nullish(),
    orLabelSelectors: z.array(selector).nullish(),
    snapshotVolumes: flag,
    snapshotMoveData: flag,
    defaultVolumesToFsBackup: flag,
    ttl: z.string().nullish(),
  }),
  status: z.record(z.string(), z.unknown()),
});
