/**
 * `npm run bench [-- --quick]`: the backend in production mode against a fleet
 * with faults, measured against the budgets of the design. One table.
 */
import { cpus, loadavg } from 'node:os';
import { fail } from '../toolchain/failure.mjs';
import { endAll } from '../toolchain/processes.mjs';
import { evidenceRead } from './bench/evidence.mjs';
import { buildPortal } from './portal/build.mjs';
import { startBenchFleet } from './bench/fleet.mjs';
import { longLists } from './bench/longLists.mjs';
import {
  coldReads,
  firstOverview,
  freshness,
  reads,
  relists,
} from './bench/measures.mjs';
import { pages } from './bench/pages.mjs';
import { startBenchPortal } from './bench/portal.mjs';
import { printTable } from './bench/table.mjs';
import { requireChromium } from './suites/browser.mjs';

const quick = process.argv.includes('--quick');
const scale = quick
  ? { clusters: 10, backups: 500, evidence: 1000, seconds: 4 }
  : { clusters: 50, backups: 2000, evidence: 10_000, seconds: 15 };

try {
  requireChromium();
  console.log(
    `${scale.clusters} clusters x ${scale.backups} backups, ${
      cpus().length
    } cores, Node ${process.versions.node}, load before ${loadavg()[0].toFixed(
      1,
    )}`,
  );
  const folder = await buildPortal();
  const fleet = await startBenchFleet(scale);
  const reading = await startBenchPortal(fleet, {
    readsEvidence: true,
    folder,
  });
  printTable('While evidence is read', [
    ...(await firstOverview(reading, fleet)),
    ...(await coldReads(reading, scale)),
    ...(await reads(reading, scale)),
    ...(await evidenceRead(reading, scale)),
  ]);
  await reading.end();

  const portal = await startBenchPortal(fleet, {
    readsEvidence: false,
    folder,
  });
  await firstOverview(portal, fleet);
  printTable('With the evidence that was read, while none is read', [
    ...(await coldReads(portal, scale)),
    ...(await reads(portal, scale)),
    ...(await relists(portal, fleet)),
    ...(await freshness(portal, fleet)),
    ...(await pages(portal)),
  ]);
  await portal.end();
  printTable('Long lists', await longLists(folder));
  await endAll();
} catch (error) {
  await endAll();
  fail(error);
}
