import { z } from 'zod';

/** A Go duration, such as `4h` or `1h30m`. */
const duration = z
  .string()
  .regex(
    /^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/,
    'must be a duration such as 4h or 1h30m',
  );
const names = z.array(z.string().min(1).max(316)).max(1000);
const namespaceName = z
  .string()
  .regex(
    /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
    'must be the name of a namespace',
  );

const labelSelector = z.strictObject({
  matchLabels: z.record(z.string().max(317), z.string().max(63)).optional(),
  matchExpressions: z
    .array(
      z.strictObject({
        key: z.string().min(1).max(317),
        operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist']),
        values: z.array(z.string().max(63)).optional(),
      }),
    )
    .optional(),
});

const execHook = z.strictObject({
  container: z.string().max(63).optional(),
  command: z.array(z.string()).min(1),
  onError: z.enum(['Continue', 'Fail']).optional(),
  execTimeout: duration.optional(),
  waitTimeout: duration.optional(),
  waitForReady: z.boolean().optional(),
});

const initHook = z.strictObject({
  initContainers: z.array(z.record(z.string(), z.unknown())).min(1),
  timeout: duration.optional(),
});

const resourceHook = z.strictObject({
  name: z.string().min(1),
  includedNamespaces: names.optional(),
  excludedNamespaces: names.optional(),
  includedResources: names.optional(),
  excludedResources: names.optional(),
  labelSelector: labelSelector.optional(),
  postHooks: z
    .array(
      z.strictObject({ exec: execHook.optional(), init: initHook.optional() }),
    )
    .optional(),
});

/**
 * The spec of a Velero Restore, whole, as a request may ask for it. Stricter
 * than Velero in two points: the backup is named (a restore "from the newest
 * of a schedule" would be approved before anybody knows what it is), and an
 * unknown field is an error instead of being dropped in silence.
 *
 * Fields are those of `restore_types.go` from Velero 1.13 to 1.18; whether the
 * target's Velero knows them is checked when the request is filed.
 *
 * @public
 */
export const restoreSpecSchema = z
  .strictObject({
    backupName: z.string().min(1).max(253),
    scheduleName: z
      .undefined('name a backup: what a schedule brings is not known yet')
      .optional(),
    includedNamespaces: names.optional(),
    excludedNamespaces: names.optional(),
    includedResources: names.optional(),
    excludedResources: names.optional(),
    namespaceMapping: z.record(namespaceName, namespaceName).optional(),
    labelSelector: labelSelector.optional(),
    orLabelSelectors: z.array(labelSelector).max(50).optional(),
    restorePVs: z.boolean().optional(),
    restoreStatus: z
      .strictObject({
        includedResources: names.optional(),
        excludedResources: names.optional(),
      })
      .optional(),
    preserveNodePorts: z.boolean().optional(),
    includeClusterResources: z.boolean().optional(),
    hooks: z
      .strictObject({ resources: z.array(resourceHook).optional() })
      .optional(),
    existingResourcePolicy: z.enum(['none', 'update']).optional(),
    itemOperationTimeout: duration.optional(),
    resourceModifier: z
      .strictObject({
        apiGroup: z.string().optional(),
        kind: z.literal('ConfigMap', 'Velero knows only ConfigMap'),
        name: z.string().min(1).max(253),
      })
      .optional(),
    uploaderConfig: z
      .strictObject({
        writeSparseFiles: z.boolean().optional(),
        parallelFilesDownload: z.number().int().positive().optional(),
      })
      .optional(),
  })
  .refine(spec => !(spec.labelSelector && spec.orLabelSelectors), {
    path: ['orLabelSelectors'],
    message: 'use either labelSelector or orLabelSelectors, not both',
  });

/** @public */
export type RequestedRestoreSpec = z.infer<typeof restoreSpecSchema>;
