import { endProcess } from '../../toolchain/processes.mjs';
import { startRealPortal } from '../portal/real.mjs';
import { playwright, requireChromium } from './browser.mjs';
import { timed } from './report.mjs';

const PORT = Number(process.env.BACKEND_PORT ?? 7017);

/** Keycloak's people in a real Chromium, on real clusters. */
export const portalOnBed = bed =>
  timed(async () => {
    requireChromium();
    const portal = await startRealPortal(bed, PORT);
    const result = await playwright('real', {
      PLAYWRIGHT_URL: portal.url,
      DR_WORLD: bed.stateFile,
    });
    await endProcess(portal.process);
    return result;
  });
