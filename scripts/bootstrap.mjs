/**
 * The way in for a bare machine: `node scripts/bootstrap.mjs TASK [args]`.
 *
 * Needs any Node from 20 on and npm. Finds a Node that fits Backstage or
 * brings one, installs the packages when they changed, and runs the task with
 * both. Everything it brings lands in `.local/`, which git ignores.
 */
import { existsSync } from 'node:fs';
import { fail, Failure } from './toolchain/failure.mjs';
import { installPackages } from './toolchain/install.mjs';
import { fittingNode } from './toolchain/node.mjs';
import { repoPath } from './toolchain/paths.mjs';
import { runToTheEnd } from './toolchain/processes.mjs';

const [task, ...args] = process.argv.slice(2);

try {
  const script = repoPath('scripts', 'tasks', `${task}.mjs`);
  if (!task || !existsSync(script)) {
    throw new Failure(
      `There is no task "${
        task ?? ''
      }". Look into scripts/tasks for what there is.`,
    );
  }
  if (existsSync(repoPath('.env'))) process.loadEnvFile(repoPath('.env'));
  const node = await fittingNode();
  await installPackages(node);
  process.exitCode = await runToTheEnd(node.binary, [script, ...args], {
    env: node.environment,
  });
} catch (error) {
  fail(error);
}
