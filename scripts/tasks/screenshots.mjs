/**
 * `npm run screenshots`: takes the README's pictures anew, into docs/images,
 * and one of every screen in both themes and languages and three widths, into
 * `.local/screens`, to be looked at. `SCREENS=REGEXP` takes only some of these.
 */
import { fail } from '../toolchain/failure.mjs';
import { endAll } from '../toolchain/processes.mjs';
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
  const portal = await startProductionPortal({ sandbox, port });
  const { failed } = await playwright('screenshots', {
    PLAYWRIGHT_URL: portal.url,
    SANDBOX_STATE: sandbox.state,
  });
  await endAll();
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  await endAll();
  fail(error);
}
