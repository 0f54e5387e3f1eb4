/**
 * `npm run start:real`: the portal in production mode on the test bed. Ends
 * with Ctrl-C; the bed stays up.
 */
import { fail } from '../toolchain/failure.mjs';
import { endAll } from '../toolchain/processes.mjs';
import { startRealPortal } from './portal/real.mjs';
import { bedUp, requireTools } from './real/bed.mjs';

const started = Date.now();
const port = Number(process.env.BACKEND_PORT ?? 7007);

try {
  requireTools();
  const bed = await bedUp();
  const portal = await startRealPortal(bed, port);
  welcome(portal, bed);
  portal.process.once('close', async code => {
    await endAll();
    process.exit(code ?? 1);
  });
} catch (error) {
  await endAll();
  fail(error);
}

function welcome({ url }, { keycloak }) {
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  const people = keycloak.users.map(
    ({ username, groups }) => `    ${username.padEnd(16)} ${groups.join(', ')}`,
  );
  console.log(`
  The portal is ready after ${seconds} s:  ${url}

  Sign in through Keycloak; the password is the name:
${people.join('\n')}

  Logs: .local/logs    End with Ctrl-C; npm run testbed -- down stops the bed
`);
}
