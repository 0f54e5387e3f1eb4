import { VERDICTS, Verdict } from '@appgear/backstage-plugin-velero-common';
import { reasonText } from '../telling/reasonText';
import type { ActionContext } from './registerActions';

const MOST = 50;

/** `velero:list-workspaces` */
export function registerListWorkspaces({ registry, velero }: ActionContext) {
  registry.register({
    name: 'list-workspaces',
    title: 'List workspaces and how well they are protected',
    description:
      'Lists the workspaces that the person may see, the worst protected first, each with its verdict, the time of the newest recovery point that is proven to hold everything, and the worst reasons. Only the verdict "protected" means that a restore would bring everything back.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          search: z
            .string()
            .optional()
            .describe('A part of the name, tenant, owner or a namespace'),
          cluster: z.string().optional(),
          tenant: z.string().optional(),
          verdict: z.enum(VERDICTS as [Verdict, ...Verdict[]]).optional(),
          offset: z.number().int().min(0).default(0),
        }),
      output: z =>
        z.object({
          total: z.number(),
          workspaces: z.array(
            z.object({
              id: z.string(),
              title: z.string(),
              tenant: z.string().optional(),
              owner: z.string().optional(),
              clusters: z.array(z.string()),
              verdict: z
                .string()
                .optional()
                .describe('Absent: not assessed yet'),
              provenAt: z
                .string()
                .optional()
                .describe('ISO 8601; absent: there is no such point'),
              reasons: z.array(z.string()),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const page = await velero.listWorkspaces(
        { ...input, limit: MOST, sort: 'verdict' },
        { credentials },
      );
      const workspaces = page.items.map(
        ({ id, title, tenant, owner, clusters, protection }) => ({
          id,
          title,
          tenant,
          owner,
          clusters,
          verdict: protection?.verdict,
          provenAt: protection?.provenAt,
          reasons: (protection?.reasons ?? [])
            .map(reason => reasonText(reason))
            .filter(Boolean),
        }),
      );
      return { output: { total: page.total, workspaces } };
    },
  });
}
