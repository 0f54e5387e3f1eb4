import { ANNOTATION_WORKSPACE_ID } from '@appgear/backstage-plugin-velero-common';

/** The catalog's side of a workspace. */
export const entities = ['ws-payments', 'ws-checkout'].map(id => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: id,
    namespace: 'default',
    annotations: { [ANNOTATION_WORKSPACE_ID]: id },
  },
  spec: { type: 'workspace', owner: 'group:default/team-payments' },
}));
