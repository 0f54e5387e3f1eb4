import type { ActionContext } from './registerActions';

/** `velero:list-recovery-points` */
export function registerListRecoveryPoints({
  registry,
  velero,
}: ActionContext) {
  registry.register({
    name: 'list-recovery-points',
    title: 'List what a workspace can be restored from',
    description:
      'Lists the recovery points of a workspace, newest first. The grade says what a point was read to hold: only "complete" brings everything back; without a grade it is no point to go back to. Restore only what is available, from a cluster that sees it.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          workspace: z.string().describe('Id, as velero:list-workspaces says'),
          schedule: z.string().optional(),
          offset: z.number().int().min(0).default(0),
          limit: z.number().int().min(1).max(50).default(10),
        }),
      output: z =>
        z.object({
          total: z.number(),
          points: z.array(
            z.object({
              backup: z.string(),
              seenFrom: z.array(z.string()).describe('Names of clusters'),
              takenAt: z.string(),
              expiresAt: z.string().optional(),
              phase: z.string(),
              schedule: z.string().optional(),
              grade: z.string().optional(),
              available: z.boolean(),
              namespaces: z.array(
                z.object({
                  cluster: z.string(),
                  namespace: z.string(),
                  grade: z.string(),
                }),
              ),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const page = await velero.listRecoveryPoints(input, { credentials });
      const points = page.items.map(point => ({
        backup: point.backup,
        seenFrom: point.seenFrom,
        takenAt: point.takenAt,
        expiresAt: point.expiresAt,
        phase: point.phase,
        schedule: point.schedule,
        grade: point.grade,
        available: point.available,
        namespaces: point.namespaces.map(({ cluster, namespace, grade }) => ({
          cluster,
          namespace,
          grade,
        })),
      }));
      return { output: { total: page.total, points } };
    },
  });
}
