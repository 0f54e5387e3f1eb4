import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { mkdir, readFile, writeFile } from 'fs/promises';
import path from 'path';
import { RenderedFile } from '../render';

type Task = Pick<ActionContext<any>, 'workspacePath' | 'logger' | 'signal'>;

/**
 * Writes files into a task's workspace, and says in its log what each one is:
 * new, changed, or as it was. A dry run writes too: its workspace is what the
 * person is shown, and is thrown away.
 *
 * @returns the paths that are new or changed, from the workspace's root
 */
export async function writeRendered(
  { workspacePath, logger, signal }: Task,
  folder: string,
  files: RenderedFile[],
): Promise<string[]> {
  const changed: string[] = [];
  for (const { path: name, content } of files) {
    signal?.throwIfAborted();
    const file = resolveSafeChildPath(workspacePath, path.join(folder, name));
    const before = await readRendered({ workspacePath }, folder, name);
    if (before === content) {
      logger.info(`${name}: as it was`);
      continue;
    }
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
    logger.info(`${name}: ${before === undefined ? 'new' : 'changed'}`);
    changed.push(path.normalize(path.join(folder, name)));
  }
  return changed;
}

/** A file of the workspace, or undefined where there is none. */
export async function readRendered(
  { workspacePath }: Pick<Task, 'workspacePath'>,
  folder: string,
  name: string,
): Promise<string | undefined> {
  const file = resolveSafeChildPath(workspacePath, path.join(folder, name));
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
