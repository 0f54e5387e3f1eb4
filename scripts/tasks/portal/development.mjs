import { repoPath } from '../../toolchain/paths.mjs';
import { startLogged } from '../../toolchain/processes.mjs';
import { sandboxEnvironment } from './sandbox.mjs';

/** Pages from the dev server, the backend with reload, as `backstage-cli repo start` does. */
export function startDevelopmentPortal({ appUrl, backendUrl, ports, sandbox }) {
  return startLogged(
    'portal',
    process.execPath,
    [
      repoPath('node_modules/@backstage/cli/bin/backstage-cli'),
      'repo',
      'start',
      '--config',
      repoPath('app-config.yaml'),
      '--config',
      repoPath('app-config.sandbox.yaml'),
      '--config',
      repoPath('app-config.bucket.yaml'),
    ],
    {
      env: {
        ...process.env,
        ...sandboxEnvironment(sandbox),
        APP_BASE_URL: appUrl,
        BACKEND_BASE_URL: backendUrl,
        BACKEND_PORT: String(ports.backend),
        // The dev server would open one, in the middle of a start.
        BROWSER: 'none',
      },
    },
  );
}
