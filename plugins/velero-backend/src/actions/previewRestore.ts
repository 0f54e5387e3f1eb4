import type { ActionContext } from './registerActions';
import { restoreInput, withReasons } from './restoreInput';

const MOST = 50;

/** `velero:preview-restore` */
export function registerPreviewRestore({ registry, velero }: ActionContext) {
  registry.register({
    name: 'preview-restore',
    title: 'Preview a restore',
    description:
      'Says what a restore would do, object by object, and who would have to approve it. Nothing is changed. Its digest is what velero:request-restore takes; show the person the changes and the approvals before filing.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          ...restoreInput(z),
          offset: z
            .number()
            .int()
            .min(0)
            .default(0)
            .describe('Of the objects, which come in pages of 50'),
        }),
      output: z =>
        z.object({
          obstacles: z
            .array(
              z.object({ message: z.string(), hint: z.string().optional() }),
            )
            .describe('Why it cannot succeed, and what to do instead'),
          preview: z
            .object({
              digest: z.string(),
              refused: z.array(z.string()).describe('By the restore policy'),
              neverApproved: z
                .array(z.string())
                .describe('Why too few people could approve it'),
              approvals: z.array(
                z.object({
                  count: z.number(),
                  groups: z.array(z.string()),
                  rules: z.array(z.string()),
                }),
              ),
              risks: z.object({}).passthrough(),
              actions: z
                .record(z.number())
                .describe('Number of objects by what happens to them'),
              volumes: z
                .record(z.number())
                .describe('Number of volume claims by what becomes of data'),
              objects: z.array(z.object({}).passthrough()),
              totalObjects: z.number(),
              sameTarget: z
                .array(z.string())
                .describe('Open requests that write into the same namespaces'),
            })
            .optional(),
        }),
    },
    action: async ({ input: { offset, ...asked }, credentials }) => {
      const { obstacles, preview } = await withReasons(
        velero.previewRestore(
          { ...asked, effects: { offset, limit: MOST } },
          { credentials },
        ),
      );
      if (!preview) return { output: { obstacles } };
      const { digest, refused, neverApproved, sameTarget, effects } = preview;
      return {
        output: {
          obstacles,
          preview: {
            digest,
            refused: refused.map(({ message }) => message),
            neverApproved: neverApproved.map(({ message }) => message),
            approvals: preview.factors.map(({ count, groups, rules }) => ({
              count,
              groups,
              rules,
            })),
            risks: { ...preview.risks },
            actions: preview.summary.actions,
            volumes: preview.summary.volumes as Record<string, number>,
            objects: effects.items.map(effect => ({ ...effect })),
            totalObjects: effects.total,
            sameTarget,
          },
        },
      };
    },
  });
}
