import { requestLink } from '../restores/messenger';
import type { ActionContext } from './registerActions';
import { restoreInput, withReasons } from './restoreInput';

/** `velero:request-restore` */
export function registerRequestRestore({ registry, velero }: ActionContext) {
  registry.register({
    name: 'request-restore',
    title: 'File a restore request',
    description:
      'Files a restore for approval, in the name of the person, exactly as velero:preview-restore showed it. Nothing is restored until the people whom the policy names have approved it in the portal; there is no action that approves.',
    attributes: { readOnly: false, idempotent: false, destructive: false },
    schema: {
      input: z =>
        z.object({
          ...restoreInput(z),
          digest: z.string().describe('Of the preview that the person saw'),
          reason: z
            .string()
            .describe('Why, in a sentence, for those who decide'),
          ticketUrl: z.string().optional(),
          notBefore: z
            .string()
            .optional()
            .describe('ISO 8601; absent: as soon as it is approved'),
        }),
      output: z =>
        z.object({
          id: z.string(),
          state: z.string(),
          approveBefore: z.string(),
          approvals: z.array(
            z.object({
              count: z.number(),
              groups: z.array(z.string()),
              rules: z.array(z.string()),
            }),
          ),
          path: z.string().describe("Of the request's page in the portal"),
        }),
    },
    action: async ({ input, credentials }) => {
      const { id, state, approveBefore, factors } = await withReasons(
        velero.fileRestoreRequest(input, { credentials }),
      );
      return {
        output: {
          id,
          state,
          approveBefore,
          approvals: factors.map(({ count, groups, rules }) => ({
            count,
            groups,
            rules,
          })),
          path: requestLink(id),
        },
      };
    },
  });
}
