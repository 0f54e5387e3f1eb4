import { reasonText } from '../telling/reasonText';
import type { ActionContext } from './registerActions';

/** `velero:explain-verdict` */
export function registerExplainVerdict({ registry, velero }: ActionContext) {
  registry.register({
    name: 'explain-verdict',
    title: 'Explain how well a workspace is protected',
    description:
      'Says what would be lost of a workspace if its cluster died now, and why: the verdict, every reason with the next step that mends it, the target and achieved recovery point objective, and the loss per namespace. It rests on what the backups were read to hold, not on their phase.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          workspace: z.string().describe('Id, as velero:list-workspaces says'),
        }),
      output: z =>
        z.object({
          workspace: z.string(),
          verdict: z.string(),
          assessedAt: z.string(),
          targetSeconds: z.number(),
          achievedSeconds: z.number().optional(),
          reasons: z.array(
            z.object({
              code: z.string(),
              text: z.string(),
              nextStep: z.string(),
            }),
          ),
          loss: z.array(
            z.object({
              cluster: z.string(),
              namespace: z.string(),
              backup: z
                .string()
                .optional()
                .describe('Absent: everything would be lost'),
              objects: z.number(),
              volumes: z.array(z.string()),
              newer: z.number(),
              complete: z.boolean(),
            }),
          ),
        }),
    },
    action: async ({ input: { workspace }, credentials }) => {
      const found = await velero.getProtection(workspace, { credentials });
      const reasons = [
        ...found.reasons,
        ...found.namespaces.flatMap(namespace => namespace.reasons),
      ].map(reason => ({
        code: reason.code,
        text: reasonText(reason),
        nextStep: reason.next,
      }));
      return {
        output: {
          workspace,
          verdict: found.verdict,
          assessedAt: found.assessedAt,
          targetSeconds: found.rpo.targetSeconds,
          achievedSeconds: found.rpo.achievedSeconds,
          reasons: distinct(reasons),
          loss: found.namespaces.map(({ loss }) => ({
            cluster: loss.cluster,
            namespace: loss.namespace,
            backup: loss.point?.backup,
            objects: loss.objects.reduce((sum, { count }) => sum + count, 0),
            volumes: loss.volumes.map(({ claim }) => claim),
            newer: loss.newer,
            complete: loss.complete,
          })),
        },
      };
    },
  });
}

/** The workspace's own reasons are those of its namespaces, mostly. */
function distinct<T>(values: readonly T[]): T[] {
  const known = new Map(values.map(value => [JSON.stringify(value), value]));
  return [...known.values()];
}
