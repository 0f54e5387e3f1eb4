import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { ActionOptions } from '../ActionOptions';
import { fromBackend, parseTimeout, waitUntil } from '../asking';
import { lookForBackup, lookForProof } from '../proof';
import { verifyExamples } from './verifyBackup.examples';

/** `velero:backup:verify`: waits until a recovery point is proven. */
export function verifyBackupAction({ velero, pollEvery }: ActionOptions) {
  return createTemplateAction({
    id: 'velero:backup:verify',
    description:
      'Waits until a recovery point of a workspace is proven, by what the backup really holds, to hold everything. Fails at once when a named backup turns out not to, with what is missing.',
    examples: verifyExamples,
    supportsDryRun: true,
    schema: {
      input: {
        workspace: z => z.string().describe('Id of the workspace'),
        backup: z =>
          z
            .string()
            .optional()
            .describe('Name of the Backup that is to be proven'),
        since: z =>
          z
            .string()
            .datetime({ offset: true })
            .optional()
            .describe(
              'Any backup of at least this time will do (ISO 8601); the start of this step by default',
            ),
        timeout: z =>
          z.string().default('30m').describe('Up to 24h, such as 45m'),
      },
      output: {
        provenAt: z => z.string().describe('ISO 8601, UTC'),
        backup: z => z.string().optional(),
      },
    },
    async handler(ctx) {
      const { workspace, backup, timeout = '30m' } = ctx.input;
      if (backup !== undefined && ctx.input.since !== undefined) {
        throw new InputError('Give either backup or since');
      }
      const milliseconds = parseTimeout(timeout);
      const asked = {
        workspace,
        credentials: await ctx.getInitiatorCredentials(),
      };
      if (ctx.isDryRun) {
        const { verdict } = await fromBackend(
          velero.getProtection(workspace, asked),
        );
        ctx.logger.info(
          `Would wait up to ${timeout} until a point of ${workspace} is proven; its verdict now is ${verdict}`,
        );
        return;
      }
      const since = await ctx.checkpoint({
        key: 'since',
        fn: async () => ctx.input.since ?? new Date().toISOString(),
      });
      const seen = await waitUntil(ctx, {
        timeout: milliseconds,
        every: pollEvery,
        look: () =>
          backup === undefined
            ? lookForProof(velero, { ...asked, since })
            : lookForBackup(velero, { ...asked, backup }),
      });
      if ('waitingFor' in seen) {
        throw new Error(
          `No point of ${workspace} was proven within ${timeout}: ${seen.waitingFor}`,
        );
      }
      const { provenAt } = seen.found;
      ctx.logger.info(`Proven: what ${workspace} was at ${provenAt} is held`);
      ctx.output('provenAt', provenAt);
      ctx.output('backup', seen.found.backup);
    },
  });
}
