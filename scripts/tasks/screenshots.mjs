/**
 * `npm run screenshots`: takes the README's pictures anew, into docs/images,
 * and one of every screen in both themes and languages and three widths, into
 * `.local/screens`, to be looked at: first with everything there, then with
 * Brazil's clusters gone. `SCREENS=REGEXP` takes only some of these.
 */
import { fail } from '../toolchain/failure.mjs';
import { endAll, endProcess } from '../toolchain/processes.mjs';
import { startProductionPortal } from './portal/production.mjs';
import { startSandbox } from './portal/sandbox.mjs';
import { playwright, requireChromium } from './suites/browser.mjs';

const port = Number(process.env.BACKEND_PORT ?? 7017);

try {
  requireChromium();
  const sandbox = await startSandbox({
    name: 'screens-sandbox',
    backendUrl: `http://localhost:${port}`,
  });
  const env = { SANDBOX_STATE: sandbox.state };
  const configs = [
    'app-config.yaml',
    'app-config.sandbox.yaml',
    'app-config.bucket.yaml',
  ];
  const portal = await startProductionPortal({ sandbox, port, configs });
  const screens = await playwright(
    'screenshots',
    { ...env, PLAYWRIGHT_URL: portal.url },
    ['screens.test.ts'],
  );
  await endProcess(portal.process);

  const left = await startProductionPortal({
    sandbox,
    port,
    configs: [...configs, 'packages/app/screenshots/lost.yaml'],
  });
  const lost = await playwright(
    'screenshots',
    { ...env, PLAYWRIGHT_URL: left.url },
    ['lost.test.ts'],
  );
  await endAll();
  process.exitCode = screens.failed + lost.failed === 0 ? 0 : 1;
} catch (error) {
  await endAll();
  fail(error);
}
