/**
 * `npm start`: the portal on embedded clusters, as developers run it: pages
 * from the dev server, the backend restarting on changes.
 */
import { fail } from '../toolchain/failure.mjs';
import { endAll, requireFreePort, waitFor } from '../toolchain/processes.mjs';
import { startDevelopmentPortal } from './portal/development.mjs';
import { startSandbox } from './portal/sandbox.mjs';
import { welcome } from './portal/welcome.mjs';

const started = Date.now();
const ports = {
  app: Number(process.env.APP_PORT ?? 3000),
  backend: Number(process.env.BACKEND_PORT ?? 7007),
};

try {
  await requireFreePort(ports.app, 'pages', 'APP_PORT');
  await requireFreePort(ports.backend, 'backend', 'BACKEND_PORT');
  const appUrl = `http://localhost:${ports.app}`;
  const backendUrl = `http://localhost:${ports.backend}`;

  const sandbox = await startSandbox({ backendUrl });
  const portal = startDevelopmentPortal({ appUrl, backendUrl, ports, sandbox });
  await waitFor(
    'The backend',
    () => fetchOk(`${backendUrl}/.backstage/health/v1/readiness`),
    { process: portal, seconds: 180 },
  );
  await waitFor('The app', () => fetchOk(appUrl), { process: portal });
  welcome({ url: appUrl, sandbox, started });
  portal.once('close', async code => {
    await endAll();
    process.exit(code ?? 1);
  });
} catch (error) {
  await endAll();
  fail(error);
}

async function fetchOk(url) {
  return (await fetch(url)).ok;
}
