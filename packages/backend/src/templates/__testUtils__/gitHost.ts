import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';

/** What a pull request was opened with. */
export interface PullRequest {
  repoUrl: string;
  branchName: string;
  title: string;
  description: string;
  /** Contents by path, from the repository's root. */
  files: Record<string, string>;
}

/**
 * Stands in for the module of the git host: its action's name and required
 * inputs, and what it would push. No request leaves the test.
 */
export function createGitHost() {
  const pullRequests: PullRequest[] = [];
  const action = createTemplateAction({
    id: 'publish:github:pull-request',
    description: 'Keeps the pull request in memory',
    supportsDryRun: true,
    schema: {
      input: z =>
        z
          .object({
            repoUrl: z.string().regex(/^[^?]+\?owner=[^&]+&repo=[^&]+$/),
            branchName: z.string(),
            title: z.string(),
            description: z.string(),
          })
          .strict(),
      output: { remoteUrl: z => z.string() },
    },
    async handler(task) {
      if (task.isDryRun) {
        task.output('remoteUrl', 'https://git.example.com/dry-run');
        return;
      }
      const files = await readAll(task.workspacePath);
      pullRequests.push({ ...task.input, files });
      task.output('remoteUrl', 'https://git.example.com/pulls/1');
    },
  });
  const feature = createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'git-host',
    register(env) {
      env.registerInit({
        deps: { actions: scaffolderActionsExtensionPoint },
        init: async ({ actions }) => actions.addActions(action),
      });
    },
  });
  return { pullRequests, feature };
}

async function readAll(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  for (const entry of entries.filter(found => found.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    files[path.relative(folder, file)] = await readFile(file, 'utf8');
  }
  return files;
}
