import { setTimeout as sleep } from 'node:timers/promises';
import { Knex } from 'knex';
import { Bed, configMapOf, namespaceOf } from '../../../__testUtils__/Bed';
import { migrate } from '../../../database/openDatabase';
import { AuditTrail, verifyTrail } from '../../audit';
import { Office } from './Office';
import { openGate } from './openGate';
import { Troop } from './Troop';

/**
 * The gauntlet: many approved restores, three replicas on one PostgreSQL, and
 * death at every step. Prints what came of it; fails when a restore ran twice,
 * was lost or never ended.
 *
 * `DATABASE_URL` is a PostgreSQL database that may be filled; `GATE_REQUESTS`
 * and `GATE_DEATHS` (per step) change the size.
 */
const REQUESTS = Number(process.env.GATE_REQUESTS ?? 200);
const DEATHS = Number(process.env.GATE_DEATHS ?? 3);
const MINUTES = Number(process.env.GATE_MINUTES ?? 20);
const LEASE_MS = 2_000;
const SPEED = 30;

async function main() {
  const database = process.env.DATABASE_URL;
  if (!database) throw new Error('DATABASE_URL is missing');
  const bed = await prepareBed();
  const created = countRestores(bed);
  const orders = {
    database,
    leaseMs: LEASE_MS,
    velero: {
      clusters: bed.clusterConfigs(),
      fleet: { backoffInitial: '100ms' },
      restores: {
        rules: [
          {
            name: 'one approver',
            require: [{ group: 'appgear-dr-approvers' }],
          },
        ],
      },
    },
  };
  const own = await openGate(orders);
  await migrate(own.knex);
  const office = await Office.open(own.gate.router);
  await office.approve(REQUESTS);

  const troop = new Troop(orders, 3, DEATHS);
  troop.start();
  const started = Date.now();
  let open = REQUESTS;
  while (open > 0 && Date.now() - started < MINUTES * 60_000) {
    await sleep(1_000);
    if (!troop.isSated && Math.random() < 0.1) troop.shoot();
    // Work for those who are still to die.
    if (!troop.isSated && open < 10) await office.approve(10);
    open = await countOpen(own.knex);
  }
  troop.stop();
  const { ids } = office;

  const account = {
    requests: ids.length,
    executedTwice: [...created.values()].filter(times => times > 1).length,
    lost: ids.filter(id => !created.has(`gate-${id}`)).length,
    stuck: open,
    otherEnds: await countOtherEnds(own.knex),
    trail: (await verifyTrail(new AuditTrail(own.knex))).ok,
  };
  report(account, troop, Date.now() - started);
  own.fleet.stop();
  await own.knex.destroy();
  await bed.close();
  const good =
    account.executedTwice + account.lost + account.stuck + account.otherEnds ===
      0 && account.trail;
  process.exit(good && troop.isSated ? 0 : 1);
}

async function prepareBed(): Promise<Bed> {
  const bed = await Bed.start(['prod']);
  bed.create(
    'prod',
    namespaceOf('ws-shop'),
    configMapOf('ws-shop', 'settings'),
  );
  bed.backup('prod', 'daily-1');
  bed.clock.advance(60_000);
  bed.clock.run({ speed: SPEED });
  return bed;
}

/** How often a Restore of a name came to be. */
function countRestores(bed: Bed): Map<string, number> {
  const created = new Map<string, number>();
  const { store } = bed.cluster('prod');
  store.subscribe(store.resourceType('restores', 'velero.io')!, event => {
    if (event.type !== 'ADDED') return;
    const { name } = event.object.metadata;
    created.set(name, (created.get(name) ?? 0) + 1);
  });
  return created;
}

async function countOpen(knex: Knex): Promise<number> {
  const [{ count }] = await knex('restore_requests')
    .whereIn('state', ['pending', 'approved', 'executing'])
    .count<Array<{ count: string }>>({ count: 'id' });
  return Number(count);
}

/** Ends other than success, which nothing here gives cause for. */
async function countOtherEnds(knex: Knex): Promise<number> {
  const rows = await knex('restore_requests')
    .whereNotNull('ended_at')
    .whereNot('state', 'succeeded')
    .select('state', 'end_reason');
  rows
    .slice(0, 5)
    .forEach(row => process.stderr.write(`${JSON.stringify(row)}\n`));
  return rows.length;
}

function report(account: object, troop: Troop, ms: number): void {
  const deaths = [...troop.deaths]
    .map(([step, times]) => `${step} ${times}`)
    .join(', ');
  const words = Object.entries(account)
    .map(([what, value]) => `${what} ${value}`)
    .join(', ');
  process.stdout.write(
    `gate: ${words}; deaths: ${deaths}; ${Math.round(ms / 1000)} s\n`,
  );
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
