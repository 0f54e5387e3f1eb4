import {
  ANNOTATION_OWNER,
  LABEL_DR_DRILL,
} from '@appgear/backstage-plugin-velero-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

const text = z.string().min(1);

export const entityRef = text.refine(
  ref => {
    try {
      parseEntityRef(ref, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      });
      return true;
    } catch {
      return false;
    }
  },
  { error: 'must be an entity reference, such as group:default/platform' },
);

/** `velero.workspaces`: how namespaces make workspaces. */
export const workspacesSchema = z.strictObject({
  labels: z
    .strictObject({
      workspaceId: text.default('appgear.io/workspace-id'),
      tenantId: text.default('appgear.io/tenant-id'),
      backupEnabled: text.default('appgear.io/backup-enabled'),
      drill: text.default(LABEL_DR_DRILL),
    })
    .prefault({}),
  annotations: z
    .strictObject({ owner: text.default(ANNOTATION_OWNER) })
    .prefault({}),
  globalWorkspace: text.default('global'),
  rules: z
    .array(
      z.strictObject({
        namespaces: text,
        workspaceId: text.optional(),
        tenantId: text.optional(),
        owner: entityRef.optional(),
      }),
    )
    .default([]),
  defaultOwner: entityRef.optional(),
  ownersFromCatalog: z.boolean().default(false),
});

/** `velero.workspaces`, with the defaults filled in. */
export type WorkspacesConfig = z.output<typeof workspacesSchema>;
