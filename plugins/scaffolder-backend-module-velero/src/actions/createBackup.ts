import { CreateBackup } from '@appgear/backstage-plugin-velero-common';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { ActionOptions } from '../ActionOptions';
import { fromBackend, idempotencyKey } from '../asking';
import { createExamples } from './createBackup.examples';

/**
 * `velero:backup:create`: one backup, now. A step that runs again finds the
 * backup that it made.
 */
export function createBackupAction({ velero }: ActionOptions) {
  return createTemplateAction({
    id: 'velero:backup:create',
    description:
      'Has Velero make one backup now, of a workspace or of namespaces. It is not proven yet: velero:backup:verify waits for that.',
    examples: createExamples,
    supportsDryRun: true,
    schema: {
      input: {
        cluster: z => z.string().describe('Name of the cluster'),
        workspace: z =>
          z
            .string()
            .optional()
            .describe('All its namespaces there. Either this or namespaces'),
        namespaces: z =>
          z.array(z.string()).optional().describe('By name, without patterns'),
        ttl: z =>
          z
            .string()
            .optional()
            .describe("How long it is kept, such as 72h; the portal's limit"),
        storageLocation: z =>
          z
            .string()
            .optional()
            .describe("Name of the location; the cluster's default one"),
      },
      output: {
        backup: z => z.string().describe('Name of the Backup'),
        cluster: z => z.string(),
        createdAt: z => z.string().describe('ISO 8601, UTC'),
        namespaces: z => z.array(z.string()),
      },
    },
    async handler(ctx) {
      const { workspace, namespaces, cluster } = ctx.input;
      if ((workspace === undefined) === (namespaces === undefined)) {
        throw new InputError('Give either workspace or namespaces');
      }
      const credentials = await ctx.getInitiatorCredentials();
      const what = workspace
        ? `workspace ${workspace}`
        : namespaces!.join(', ');
      if (ctx.isDryRun) {
        if (workspace) {
          await fromBackend(velero.getWorkspace(workspace, { credentials }));
        }
        ctx.logger.info(`Would back up ${what} on cluster ${cluster}`);
        return;
      }
      const body: CreateBackup = {
        ...ctx.input,
        idempotencyKey: idempotencyKey(ctx),
      };
      const made = await ctx.checkpoint({
        key: 'backup',
        fn: async () => {
          const created = await fromBackend(
            velero.createBackup(body, { credentials }),
          );
          const { name, createdAt, existed } = created;
          ctx.logger.info(
            existed
              ? `Backup ${name} on ${cluster} was made by an earlier try`
              : `Backup ${name} on ${cluster} was made, of ${what}`,
          );
          return { name, createdAt, namespaces: [...created.namespaces] };
        },
      });
      ctx.output('backup', made.name);
      ctx.output('cluster', cluster);
      ctx.output('createdAt', made.createdAt);
      ctx.output('namespaces', made.namespaces);
    },
  });
}
