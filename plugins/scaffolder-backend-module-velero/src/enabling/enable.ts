import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { ActionOptions } from '../ActionOptions';
import { fromBackend } from '../asking';
import { enableInManifests, ManifestFile, readManifests } from '../manifests';

type Context = ActionContext<
  {
    workspace: string;
    cluster?: string;
    tier?: string;
    rpo?: string;
  },
  any
>;

/** What a folder holds of a workspace. */
export interface EnabledFolder {
  /** All of the template's workspace folder, schedules among them. */
  files: ManifestFile[];
  namespaces: string[];
  /** Paths of the files that were changed, or would be. */
  changed: string[];
}

/** Labels the manifests of a workspace. */
export async function enableInFolder(
  ctx: Context,
  path: string,
  { keys }: ActionOptions,
): Promise<EnabledFolder> {
  const { workspace, tier, rpo } = ctx.input;
  const dryRun = ctx.isDryRun ?? false;
  const changes = await enableInManifests(
    ctx.workspacePath,
    await readManifests(ctx.workspacePath, path),
    { workspace, tier, rpo, keys, dryRun },
  );
  for (const { path: file, namespace, changed } of changes) {
    ctx.logger.info(
      changed
        ? `${file}: namespace ${namespace} ${
            dryRun ? 'would ask' : 'asks'
          } for backups now`
        : `${file}: namespace ${namespace} asks for backups already`,
    );
  }
  const files = changes.flatMap(it => (it.changed ? [it.path] : []));
  return {
    files: await readManifests(ctx.workspacePath, '.'),
    namespaces: changes.map(({ namespace }) => namespace),
    changed: [...new Set(files)],
  };
}

/** Labels the living namespaces; again, it changes nothing. */
export async function enableLive(
  ctx: Context,
  { velero }: ActionOptions,
): Promise<string[]> {
  const { workspace, cluster, tier } = ctx.input;
  const credentials = await ctx.getInitiatorCredentials();
  if (ctx.isDryRun) {
    const { namespaces } = await fromBackend(
      velero.getWorkspace(workspace, { credentials }),
    );
    const names = namespaces.map(it => `${it.cluster}/${it.name}`);
    ctx.logger.info(`Would label the living namespaces ${names.join(', ')}`);
    return [];
  }
  const { namespaces } = await fromBackend(
    velero.enableBackup({ workspace, cluster, tier }, { credentials }),
  );
  for (const { cluster: where, name, changed } of namespaces) {
    ctx.logger.info(
      `Living namespace ${name} on ${where} ${
        changed ? 'asks for backups now' : 'asks for backups already'
      }`,
    );
  }
  return namespaces.flatMap(it =>
    it.changed ? [`${it.cluster}/${it.name}`] : [],
  );
}
