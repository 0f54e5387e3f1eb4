import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const enableExamples: TemplateExample[] = [
  {
    description:
      'In the manifests of a new workspace, that a step before fetched',
    example: stringify({
      steps: [
        {
          id: 'enable',
          action: 'velero:backup:enable',
          name: 'Ask for backups',
          input: {
            workspace: '${{ parameters.workspace }}',
            path: 'workspaces',
            tier: 'gold',
          },
        },
      ],
    }),
  },
  {
    description:
      'On the living namespaces; only say whether a schedule takes them',
    example: stringify({
      steps: [
        {
          id: 'enable',
          action: 'velero:backup:enable',
          name: 'Ask for backups',
          input: {
            workspace: '${{ parameters.workspace }}',
            live: true,
            coverage: 'report',
          },
        },
      ],
    }),
  },
];
