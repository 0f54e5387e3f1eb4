import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../../toolchain/failure.mjs';
import { repoPath } from '../../toolchain/paths.mjs';
import {
  lastWords,
  requireFreePort,
  startLogged,
  waitFor,
} from '../../toolchain/processes.mjs';
import { sandboxEnvironment } from './sandbox.mjs';

const SOURCES = [
  'packages/app/src',
  'plugins/velero/src',
  'plugins/velero-common/src',
];

/** Builds the pages for production, unless a build newer than the sources is there. */
export async function buildPages() {
  if (newestIn('packages/app/dist') > Math.max(...SOURCES.map(newestIn)))
    return;
  console.log('Building the pages for production…');
  const build = startLogged(
    'build',
    process.execPath,
    [
      repoPath('node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
    ],
    { cwd: repoPath('packages/app') },
  );
  const code = await new Promise(resolve => build.once('close', resolve));
  if (code !== 0) {
    throw new Failure(`The pages could not be built.${lastWords(build)}`);
  }
}

function newestIn(folder) {
  try {
    return readdirSync(repoPath(folder), { recursive: true })
      .map(file => statSync(path.join(repoPath(folder), file)).mtimeMs)
      .reduce((newest, time) => Math.max(newest, time), 0);
  } catch {
    return 0;
  }
}

/**
 * The backend in production mode, serving the built pages too: one address.
 * Resolves when it answers.
 */
export async function startProductionPortal({
  sandbox,
  port = 7017,
  baseUrl = `http://localhost:${port}`,
  configs = ['app-config.yaml', 'app-config.sandbox.yaml'],
  nodeArgs = [],
  env = {},
  until = '/.backstage/health/v1/readiness',
}) {
  await requireFreePort(port, 'portal under test', 'BACKEND_PORT');
  const child = startLogged(
    'portal',
    process.execPath,
    [
      ...nodeArgs,
      '--require',
      '@backstage/cli-node/config/nodeTransform.cjs',
      'src/index.ts',
      ...configs.flatMap(file => ['--config', path.resolve(repoPath(), file)]),
    ],
    {
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
