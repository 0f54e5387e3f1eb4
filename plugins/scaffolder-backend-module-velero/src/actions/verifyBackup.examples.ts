import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const verifyExamples: TemplateExample[] = [
  {
    description: 'Wait until the backup of an earlier step is proven',
    example: stringify({
      steps: [
        {
          id: 'verify',
          action: 'velero:backup:verify',
          name: 'Wait for the proof',
          input: {
            workspace: '${{ parameters.workspace }}',
            backup: '${{ steps.backup.output.backup }}',
            timeout: '45m',
          },
        },
      ],
    }),
  },
  {
    description: 'Wait for any proven point from now on, by a schedule or not',
    example: stringify({
      steps: [
        {
          id: 'verify',
          action: 'velero:backup:verify',
          name: 'Wait for the proof',
          input: { workspace: '${{ parameters.workspace }}', timeout: '8h' },
        },
      ],
    }),
  },
];
