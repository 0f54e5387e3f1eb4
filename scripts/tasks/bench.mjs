/**
 * `npm run bench [-- --quick]`: the backend in production mode against a fleet
 * with faults, measured against the budgets of the design. One table.
 */
import { cpus } from 'node:os';
import { fail } from '../toolchain/failure.mjs';
import { endAll } from '../toolchain/processes.mjs';
import { startBenchFleet } from './bench/fleet.mjs';
import { startBenchPortal } from './bench/portal.mjs';
import { firstOverview, freshness, reads, relists } from './bench/measures.mjs';
import { printTable } from './bench/table.mjs';

const quick = process.argv.includes('--quick');
const scale = quick
  ? { clusters: 10, backups: 500, seconds: 4 }
  : { clusters: 50, backups: 2000, seconds: 15 };

try {
  console.log(
    `${scale.clusters} clusters x ${scale.backups} backups, ${
      cpus().length
    } cores, Node ${process.versions.node}`,
  );
  const fleet = await startBenchFleet(scale);
  const portal = await startBenchPortal(fleet);
  const rows = [
    ...(await firstOverview(portal, fleet)),
    ...(await reads(portal, scale)),
    ...(await relists(portal, fleet)),
    ...(await freshness(portal, fleet)),
  ];
  printTable(rows);
  await endAll();
} catch (error) {
  await endAll();
  fail(error);
}
