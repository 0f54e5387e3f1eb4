import path from 'node:path';
import { repoPath } from '../../toolchain/paths.mjs';
import {
  requireFreePort,
  startLogged,
  waitFor,
} from '../../toolchain/processes.mjs';
import { buildPortal } from './build.mjs';
import { sandboxEnvironment } from './sandbox.mjs';

/**
 * The backend in production mode, serving the built pages too: one address.
 * Resolves when it answers. Built first, unless `folder` says where it lies.
 */
export async function startProductionPortal({
  sandbox,
  port = 7017,
  baseUrl = `http://localhost:${port}`,
  configs = ['app-config.yaml', 'app-config.sandbox.yaml'],
  nodeArgs = [],
  env = {},
  until = '/.backstage/health/v1/readiness',
  folder,
}) {
  await requireFreePort(port, 'portal under test', 'BACKEND_PORT');
  const built = folder ?? (await buildPortal());
  const child = startLogged(
    'portal',
    process.execPath,
    [
      ...nodeArgs,
      path.join(built, 'packages/backend'),
      ...configs.flatMap(file => ['--config', path.resolve(repoPath(), file)]),
    ],
    {
      // Files that the configuration names are relative to here.
      cwd: repoPath('packages/backend'),
      env: {
        ...process.env,
        NODE_ENV: 'production',
        ...(sandbox ? sandboxEnvironment(sandbox) : {}),
        APP_BASE_URL: baseUrl,
        BACKEND_BASE_URL: baseUrl,
        BACKEND_PORT: String(port),
        ...env,
      },
    },
  );
  const local = `http://localhost:${port}`;
  await waitFor(
    'The portal',
    async () => (await fetch(`${local}${until}`)).ok,
    { process: child, seconds: 180 },
  );
  return { process: child, url: baseUrl, local };
}
