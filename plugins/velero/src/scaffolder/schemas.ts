import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** What template authors write as `ui:field`; the same in both frontend systems. */
export const FIELD_NAMES = {
  workspace: 'VeleroWorkspacePicker',
  cluster: 'VeleroClusterPicker',
  recoveryPoint: 'VeleroRecoveryPointPicker',
} as const;

/** A workspace's id. */
export const workspaceSchema = makeFieldSchema({
  output: z => z.string(),
});

/** A cluster's name. */
export const clusterSchema = makeFieldSchema({
  output: z => z.string(),
});

/** A recovery point of the workspace that another field of the form names. */
export const recoveryPointSchema = makeFieldSchema({
  output: z =>
    z.object({
      cluster: z.string(),
      backup: z.string(),
      takenAt: z.string(),
      grade: z.string(),
      namespaces: z.array(z.string()),
    }),
  uiOptions: z =>
    z.object({
      workspaceField: z
        .string()
        .default('workspace')
        .describe('Name of the parameter that holds the workspace'),
    }),
});
