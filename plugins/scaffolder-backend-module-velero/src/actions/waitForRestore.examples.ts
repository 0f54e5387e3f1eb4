import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const waitExamples: TemplateExample[] = [
  {
    description: 'Wait for an hour, and go on if nobody has decided by then',
    example: stringify({
      steps: [
        {
          id: 'wait',
          action: 'velero:restore:wait',
          name: 'Wait for the outcome',
          input: {
            request: '${{ steps.request.output.request }}',
            timeout: '1h',
            onTimeout: 'continue',
          },
        },
      ],
    }),
  },
];
