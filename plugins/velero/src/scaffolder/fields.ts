import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ClusterField } from './ClusterField';
import { RecoveryPointField } from './RecoveryPointField';
import {
  clusterSchema,
  FIELD_NAMES,
  recoveryPointSchema,
  workspaceSchema,
} from './schemas';
import { WorkspaceField } from './WorkspaceField';

export const workspaceField = createFormField({
  name: FIELD_NAMES.workspace,
  component: WorkspaceField,
  schema: workspaceSchema,
});

export const clusterField = createFormField({
  name: FIELD_NAMES.cluster,
  component: ClusterField,
  schema: clusterSchema,
});

export const recoveryPointField = createFormField({
  name: FIELD_NAMES.recoveryPoint,
  component: RecoveryPointField,
  schema: recoveryPointSchema,
});
