import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';
import { z } from 'zod/v3';
import { drModuleInput, RenderedFile, renderDrModule } from '../render';
import { writeRendered } from './renderedFiles';

const targetPath = z
  .string()
  .describe("The GitOps repository's root in the workspace")
  .default('.');

const input = drModuleInput.extend({ targetPath });

const output = z.object({
  files: z.array(z.string()).describe('All files of the module'),
  changed: z.array(z.string()).describe('Those that are new or changed'),
  manifests: z
    .string()
    .describe(
      "All manifests but Velero's CRDs as one YAML text, each after its path",
    ),
});

const EXAMPLE_INPUT = {
  region: 'br',
  environment: 'dev',
  veleroVersion: '1.18',
  provider: 'aws',
  storage: {
    bucket: 'appgear-dr-br-dev',
    region: 'sa-east-1',
    endpoint: 'https://s3.example.com',
  },
  workspaces: { pattern: 'ws-*', except: ['ws-tmp'] },
  databases: [
    {
      namespace: 'appgear-core',
      matchLabels: { 'app.kubernetes.io/name': 'postgres' },
      engine: 'postgresql',
    },
  ],
  gitops: { repoURL: 'https://git.example.com/appgear-gitops-core.git' },
};

/** `velero:dr:render`: Module 15 for one cluster, written into the workspace. */
export const renderDrAction = () =>
  createTemplateAction({
    id: 'velero:dr:render',
    description:
      'Renders the DR module of a cluster: Velero, its storage location, its schedules and the Argo CD application',
    supportsDryRun: true,
    examples: [
      {
        description: 'A cluster that backs up to an S3-compatible store',
        example: stringify({
          steps: [
            {
              id: 'dr',
              action: 'velero:dr:render',
              name: 'Render the DR module',
              input: EXAMPLE_INPUT,
            },
          ],
        }),
      },
    ],
    schema: { input: () => input, output: () => output },
    async handler(task) {
      const { targetPath: folder = '.', ...module } = task.input;
      const files = render(() => renderDrModule(module));
      const changed = await writeRendered(task, folder, files);
      task.output(
        'files',
        files.map(({ path }) => path),
      );
      task.output('changed', changed);
      task.output('manifests', asText(files));
    },
  });

/** For a page: the CRDs are Velero's own, and ten times as long as all the rest. */
function asText(files: RenderedFile[]): string {
  return files
    .filter(({ path }) => path.endsWith('.yaml') && !path.includes('/crds/'))
    .map(({ path, content }) => `# ${path}\n${content}`)
    .join('---\n');
}

/** What does not fit is the author's to mend, not a fault of the task. */
export function render<T extends RenderedFile | RenderedFile[]>(
  work: () => T,
): T {
  try {
    return work();
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}
