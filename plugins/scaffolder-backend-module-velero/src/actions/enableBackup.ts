import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { ActionOptions } from '../ActionOptions';
import { enableExamples } from './enableBackup.examples';
import { writeAll } from '../manifests';
import { enableInFolder, enableLive, findCoverage } from '../enabling';

/**
 * `velero:backup:enable`: a workspace asks for backups, in its repository or
 * alive; and the next run of a schedule takes it, or the step says what is
 * missing.
 */
export function enableBackupAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'velero:backup:enable',
    description:
      "Sets the backup-enabled label, and the tier or the recovery point objective, on a workspace's namespaces: in manifests of the template's workspace folder (path), on the living namespaces (live), or both. Then checks that the next run of a schedule takes all of it, and fails with what is missing.",
    examples: enableExamples,
    supportsDryRun: true,
    schema: {
      input: {
        workspace: z => z.string().describe('Id of the workspace'),
        path: z =>
          z
            .string()
            .optional()
            .describe(
              "A folder or file in the template's workspace folder; its Namespaces with the workspace's label are changed",
            ),
        live: z =>
          z
            .boolean()
            .default(false)
            .describe(
              'Label the living namespaces, where the portal is allowed to',
            ),
        cluster: z =>
          z.string().optional().describe('Only there; all by default'),
        tier: z =>
          z
            .string()
            .optional()
            .describe('Tier that its recovery point objective comes from'),
        rpo: z =>
          z
            .string()
            .optional()
            .describe('An objective of its own, such as 4h; in manifests only'),
        coverage: z =>
          z
            .enum(['require', 'report'])
            .default('require')
            .describe(
              'Whether the step fails when no schedule takes all of it',
            ),
      },
      output: {
        changed: z => z.array(z.string()).describe('What was changed'),
        manifests: z =>
          z
            .string()
            .optional()
            .describe('The manifests of the folder as they are now, YAML'),
        covered: z => z.boolean(),
        schedules: z => z.array(z.string()),
        nextRunAt: z => z.string().optional().describe('ISO 8601, UTC'),
        missing: z =>
          z.array(z.string()).describe('What is missing, in sentences'),
      },
    },
    async handler(ctx) {
      const { workspace, path, live, cluster, coverage } = ctx.input;
      if (path === undefined && !live) {
        throw new InputError(
          'Say what is to be labelled: path for manifests, live: true for the living namespaces',
        );
      }
      const folder =
        path === undefined
          ? undefined
          : await enableInFolder(ctx, path, options);
      const living = live ? await enableLive(ctx, options) : [];
      const finding = await findCoverage(
        { workspace, cluster, folder },
        {
          velero: options.velero,
          credentials: await ctx.getInitiatorCredentials(),
        },
      );
      const { covered, schedules, nextRunAt, missing } = finding;
      if (!covered && coverage !== 'report' && !ctx.isDryRun) {
        throw new Error(
          `${workspace} asks for backups now, and would not be held:\n- ${missing.join(
            '\n- ',
          )}`,
        );
      }
      ctx.logger.info(
        covered
          ? `The next run of ${schedules.join(', ')} takes ${workspace}${
              nextRunAt ? `, at ${nextRunAt}` : ''
            }`
          : `No schedule takes all of ${workspace}:\n- ${missing.join('\n- ')}`,
      );
      ctx.output('changed', [...(folder?.changed ?? []), ...living]);
      ctx.output('manifests', folder && writeAll(folder.files));
      ctx.output('covered', covered);
      ctx.output('schedules', schedules);
      ctx.output('nextRunAt', nextRunAt);
      ctx.output('missing', missing);
    },
  });
}
