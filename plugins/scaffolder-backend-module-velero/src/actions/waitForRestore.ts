import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { ActionOptions } from '../ActionOptions';
import { fromBackend, parseTimeout, waitUntil } from '../asking';
import { lookForOutcome } from '../restore';
import { waitExamples } from './waitForRestore.examples';

/** `velero:restore:wait`: waits, for a bounded time, what becomes of a request. */
export function waitForRestoreAction({ velero, pollEvery }: ActionOptions) {
  return createTemplateAction({
    id: 'velero:restore:wait',
    description:
      'Waits until a restore request has ended, and fails unless it succeeded. A task that is cancelled does not withdraw the request.',
    examples: waitExamples,
    supportsDryRun: true,
    schema: {
      input: {
        request: z => z.string().uuid().describe('Id of the request'),
        timeout: z =>
          z.string().default('30m').describe('Up to 24h, such as 45m'),
        onTimeout: z =>
          z
            .enum(['fail', 'continue'])
            .default('fail')
            .describe('Whether the step fails when nobody decided in time'),
      },
      output: {
        state: z => z.string(),
        endReason: z => z.string().optional(),
      },
    },
    async handler(ctx) {
      const { request, timeout = '30m', onTimeout } = ctx.input;
      const milliseconds = parseTimeout(timeout);
      if (ctx.isDryRun) {
        ctx.logger.info(`Would wait up to ${timeout} for the outcome`);
        return;
      }
      const options = { credentials: await ctx.getInitiatorCredentials() };
      const seen = await waitUntil(ctx, {
        timeout: milliseconds,
        every: pollEvery,
        look: () => lookForOutcome(velero, request, options),
      });
      if ('found' in seen) {
        ctx.logger.info(`The restore ${seen.found.state}`);
        ctx.output('state', seen.found.state);
        ctx.output('endReason', seen.found.endReason);
        return;
      }
      const late = `Request ${request} did not end within ${timeout}: ${seen.waitingFor}`;
      if (onTimeout !== 'continue') throw new Error(late);
      ctx.logger.warn(late);
      const { state } = await fromBackend(
        velero.getRestoreRequest(request, options),
      );
      ctx.output('state', state);
    },
  });
}
