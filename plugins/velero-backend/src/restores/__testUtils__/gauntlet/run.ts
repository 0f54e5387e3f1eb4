import { once } from 'node:events';
import { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { Knex } from 'knex';
import { Bed, configMapOf, namespaceOf } from '../../../__testUtils__/Bed';
import { migrate } from '../../../database/openDatabase';
import { AuditTrail, verifyTrail } from '../../audit';
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
  const office = await openGate(orders);
  await migrate(office.knex);
  const ids = await fileAll(office.gate.router);

  const troop = new Troop(orders, 3, DEATHS);
  troop.start();
  const started = Date.now();
  let open = ids.length;
  while (open > 0 && Date.now() - started < MINUTES * 60_000) {
    await sleep(1_000);
    open = await countOpen(office.knex);
    if (!troop.isSated && Math.random() < 0.1) troop.shoot();
  }
  troop.stop();

  const account = {
    requests: ids.length,
    executedTwice: [...created.values()].filter(times => times > 1).length,
    lost: ids.filter(id => !created.has(`gate-${id}`)).length,
    stuck: open,
    otherEnds: await countOtherEnds(office.knex),
    trail: (await verifyTrail(new AuditTrail(office.knex))).ok,
  };
  report(account, troop, Date.now() - started);
  office.fleet.stop();
  await office.knex.destroy();
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

/** Files and approves them all over HTTP, each into a namespace of its own. */
async function fileAll(router: express.Router): Promise<string[]> {
  const server = express().use(router).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const post = async (person: string, path: string, body: object) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-person': `user:default/${person}`,
      },
      body: JSON.stringify(body),
    });
    const json = await answer.json();
    if (!answer.ok) throw new Error(JSON.stringify(json));
    return json as any;
  };
  const ids: string[] = [];
  for (let n = 0; n < REQUESTS; n++) {
    const asked = {
      cluster: 'prod',
      spec: {
        backupName: 'daily-1',
        includedNamespaces: ['ws-shop'],
        namespaceMapping: { 'ws-shop': `ws-drill-${n}` },
      },
    };
    const { preview, obstacles } = await post(
      'otto.operator',
      '/restore-previews',
      asked,
    );
    if (!preview) throw new Error(JSON.stringify(obstacles));
    const { id, digest } = await post('otto.operator', '/restore-requests', {
      ...asked,
      digest: preview.digest,
      reason: 'to run the gauntlet',
    });
    await post('ana.approver', `/restore-requests/${id}/votes`, {
      decision: 'approve',
      digest,
    });
    ids.push(id);
  }
  server.close();
  return ids;
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
