import { repoPath } from '../../toolchain/paths.mjs';
import { startLogged, waitFor } from '../../toolchain/processes.mjs';
import { sandboxEnvironment } from './sandbox.mjs';

// TypeScript runs through Backstage's own loader, as its backends do.
const LOADER = '@backstage/cli-node/config/nodeTransform.cjs';

/**
 * The backend alone, from its sources: no pages, and nothing to build. Resolves
 * when it answers.
 */
export async function startBackendFromSource({
  sandbox,
  port,
  preload = [],
  configs = [],
  env = {},
}) {
  const url = `http://localhost:${port}`;
  const files = ['app-config.yaml', 'app-config.sandbox.yaml', ...configs];
  const child = startLogged(
    'backend',
    process.execPath,
    [
      ...[LOADER, ...preload].flatMap(module => ['--require', module]),
      repoPath('packages/backend/src/index.ts'),
      ...files.flatMap(file => ['--config', repoPath(file)]),
    ],
    {
      cwd: repoPath('packages/backend'),
      env: {
        ...process.env,
        ...sandboxEnvironment(sandbox),
        APP_BASE_URL: url,
        BACKEND_BASE_URL: url,
        BACKEND_PORT: String(port),
        ...env,
      },
    },
  );
  await waitFor(
    'The backend',
    async () => (await fetch(`${url}/.backstage/health/v1/readiness`)).ok,
    { process: child, seconds: 180 },
  );
  return { process: child, url };
}
