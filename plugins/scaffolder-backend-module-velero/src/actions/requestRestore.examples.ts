import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const requestExamples: TemplateExample[] = [
  {
    description:
      'Into a namespace beside the living one, and wait for the outcome',
    example: stringify({
      steps: [
        {
          id: 'request',
          action: 'velero:restore:request',
          name: 'Ask for the restore',
          input: {
            cluster: 'ag-br-core-prod',
            backup: '${{ parameters.point.backup }}',
            namespaces: ['ws-checkout'],
            namespaceMapping: { 'ws-checkout': 'ws-checkout-restored' },
            reason: '${{ parameters.reason }}',
          },
        },
        {
          id: 'wait',
          action: 'velero:restore:wait',
          name: 'Wait for the outcome',
          input: {
            request: '${{ steps.request.output.request }}',
            timeout: '45m',
          },
        },
      ],
    }),
  },
];
