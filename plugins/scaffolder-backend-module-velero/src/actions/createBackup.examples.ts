import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const createExamples: TemplateExample[] = [
  {
    description: 'Back up a workspace before a migration, for three days',
    example: stringify({
      steps: [
        {
          id: 'backup',
          action: 'velero:backup:create',
          name: 'Back up',
          input: {
            cluster: 'ag-br-core-prod',
            workspace: '${{ parameters.workspace }}',
            ttl: '72h',
          },
        },
      ],
    }),
  },
];
