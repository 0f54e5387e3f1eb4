import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { ActionOptions } from '../ActionOptions';
import { fromBackend } from '../asking';
import { findFiled, previewOrRefuse, toSpec } from '../restore';
import { requestExamples } from './requestRestore.examples';

/**
 * `velero:restore:request`: files a request in the name of the person who runs
 * the template. Nothing is restored by it, and no action approves.
 */
export function requestRestoreAction({ velero }: ActionOptions) {
  return createTemplateAction({
    id: 'velero:restore:request',
    description:
      'Looks what a restore would do, and files exactly that for approval, as the person who runs the template. Never restores: people approve in the portal.',
    examples: requestExamples,
    supportsDryRun: true,
    schema: {
      input: {
        cluster: z => z.string().describe('The cluster to restore into'),
        backup: z => z.string().describe('Name of the Backup'),
        namespaces: z =>
          z
            .array(z.string())
            .min(1)
            .describe('The namespaces of the backup that are restored'),
        namespaceMapping: z =>
          z
            .record(z.string())
            .optional()
            .describe('From the name in the backup to the name restored into'),
        suffix: z =>
          z
            .string()
            .optional()
            .describe(
              'Instead of a mapping: restore beside the living namespaces, into their names with this appended',
            ),
        spec: z =>
          z
            .record(z.any())
            .optional()
            .describe(
              "More of a Velero Restore's spec, such as includedResources",
            ),
        reason: z =>
          z.string().describe('Why, in a sentence, for those who decide'),
        ticketUrl: z => z.string().optional(),
        notBefore: z =>
          z
            .string()
            .datetime({ offset: true })
            .optional()
            .describe('Not executed earlier (ISO 8601)'),
      },
      output: {
        request: z => z.string().describe('Id of the request'),
        state: z => z.string(),
        approveBefore: z => z.string().describe('ISO 8601, UTC'),
        page: z => z.string().describe("Path of the request's page"),
      },
    },
    async handler(ctx) {
      const { cluster, backup, reason, ticketUrl, notBefore } = ctx.input;
      const options = { credentials: await ctx.getInitiatorCredentials() };
      const asked = { cluster, spec: toSpec(ctx.input) };
      if (ctx.isDryRun) {
        await previewOrRefuse(velero, asked, ctx.logger, options);
        ctx.logger.info(`Would file a request to restore ${backup}`);
        return;
      }
      const startedAt = await ctx.checkpoint({
        key: 'startedAt',
        fn: async () => new Date().toISOString(),
      });
      const filed = await ctx.checkpoint({
        key: 'request',
        fn: async () => {
          const requester = ctx.user?.ref;
          const { id, state, approveBefore } =
            (await findFiled(
              velero,
              { cluster, backup, reason, requester, since: startedAt },
              options,
            )) ??
            (await fromBackend(
              velero.fileRestoreRequest(
                {
                  ...asked,
                  digest: await previewOrRefuse(
                    velero,
                    asked,
                    ctx.logger,
                    options,
                  ),
                  reason,
                  ticketUrl,
                  notBefore,
                },
                options,
              ),
            ));
          return { id, state, approveBefore };
        },
      });
      ctx.logger.info(
        `Request ${filed.id} is ${filed.state}; people decide until ${filed.approveBefore}`,
      );
      ctx.output('request', filed.id);
      ctx.output('state', filed.state);
      ctx.output('approveBefore', filed.approveBefore);
      ctx.output('page', `/dr/restores/${filed.id}`);
    },
  });
}
