import { endProcess } from '../../toolchain/processes.mjs';
import { startRealPortal } from '../portal/real.mjs';
import { playwright, requireChromium } from './browser.mjs';
import { timed } from './report.mjs';

const PORT = Number(process.env.BACKEND_PORT ?? 7017);

/** Keycloak's people in a real Chromium, on real clusters; all tests, or those of some files. */
export const portalOnBed = (bed, files) =>
  timed(async () => {
    requireChromium();
    const portal = await startRealPortal(bed, PORT);
    const env = { PLAYWRIGHT_URL: portal.url, DR_WORLD: bed.stateFile };
    const result = await playwright('real', env, files);
    await endProcess(portal.process);
    return result;
  });
