import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import {
  ClusterField,
  clusterSchema,
  FIELD_NAMES,
  RecoveryPointField,
  recoveryPointSchema,
  WorkspaceField,
  workspaceSchema,
} from '../scaffolder';
import { inClassicApp } from './inClassicApp';
import { veleroPlugin } from './plugin';

/**
 * A workspace in a template's form; a child of the scaffolder page's
 * `ScaffolderFieldExtensions`, as the other two.
 *
 * @public
 */
export const VeleroWorkspacePicker = veleroPlugin.provide(
  createScaffolderFieldExtension({
    name: FIELD_NAMES.workspace,
    component: inClassicApp(WorkspaceField),
    schema: workspaceSchema.schema,
  }),
);

/**
 * A cluster in a template's form.
 *
 * @public
 */
export const VeleroClusterPicker = veleroPlugin.provide(
  createScaffolderFieldExtension({
    name: FIELD_NAMES.cluster,
    component: inClassicApp(ClusterField),
    schema: clusterSchema.schema,
  }),
);

/**
 * A recovery point of the workspace that another field names.
 *
 * @public
 */
export const VeleroRecoveryPointPicker = veleroPlugin.provide(
  createScaffolderFieldExtension({
    name: FIELD_NAMES.recoveryPoint,
    component: inClassicApp(RecoveryPointField),
    schema: recoveryPointSchema.schema,
  }),
);
