import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** Fields for the forms of software templates; loaded with the first form. */
export const templateFields = [
  FormFieldBlueprint.make({
    name: 'workspace',
    params: {
      field: async () => (await import('./fields')).workspaceField,
    },
  }),
  FormFieldBlueprint.make({
    name: 'cluster',
    params: { field: async () => (await import('./fields')).clusterField },
  }),
  FormFieldBlueprint.make({
    name: 'recovery-point',
    params: {
      field: async () => (await import('./fields')).recoveryPointField,
    },
  }),
];
