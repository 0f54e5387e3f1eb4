import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';
import { z } from 'zod/v3';
import {
  renderWorkspacesSchedule,
  workspacesScheduleInput,
  workspacesSchedulePath,
} from '../render';
import { render } from './renderDr';
import { readRendered, writeRendered } from './renderedFiles';

const input = workspacesScheduleInput.extend({
  targetPath: z
    .string()
    .describe("The GitOps repository's root in the workspace")
    .default('.'),
});

const output = z.object({
  file: z.string().describe('The schedule, from the repository root'),
  changed: z.boolean().describe('Whether it is new or changed'),
});

/**
 * `velero:schedule:render`: the daily schedule of a cluster's workspaces. A
 * workspace that is named is added to those that the file lists already.
 */
export const renderScheduleAction = () =>
  createTemplateAction({
    id: 'velero:schedule:render',
    description:
      "Renders the schedule that backs up a cluster's workspaces, or adds workspaces to it",
    supportsDryRun: true,
    examples: [
      {
        description: 'Add a workspace to the daily backup of its cluster',
        example: stringify({
          steps: [
            {
              id: 'schedule',
              action: 'velero:schedule:render',
              name: 'Back up the workspace daily',
              input: {
                region: 'br',
                environment: 'dev',
                veleroVersion: '1.16',
                workspaces: { namespaces: ['ws-checkout'] },
              },
            },
          ],
        }),
      },
    ],
    schema: { input: () => input, output: () => output },
    async handler(task) {
      const { targetPath: folder = '.', ...schedule } = task.input;
      const path = workspacesSchedulePath(schedule);
      const existing = await readRendered(task, folder, path);
      const file = render(() => renderWorkspacesSchedule(schedule, existing));
      const changed = await writeRendered(task, folder, [file]);
      task.output('file', path);
      task.output('changed', changed.length > 0);
    },
  });
