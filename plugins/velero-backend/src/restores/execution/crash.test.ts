import { TestDatabases } from '@backstage/backend-test-utils';
import { hasEnded } from '@appgear/backstage-plugin-velero-common';
import * as fc from 'fast-check';
import { Knex } from 'knex';
import { migrate } from '../../database/openDatabase';
import { AuditTrail, verifyTrail } from '../audit';
import { EXECUTION_STEPS, FaultPoints } from './faults';
import { Worker } from './Worker';
import { Bench, LEASE_MS } from './__testUtils__/Bench';

const databases = TestDatabases.create();
jest.setTimeout(120_000);

/** A replica that stops for good at a moment: what it awaits there never comes. */
function dyingReplica(
  bench: Bench,
  name: string,
  dies: (...at: Parameters<FaultPoints>) => boolean,
) {
  let die: () => void;
  const death = new Promise<'died'>(resolve => {
    die = () => resolve('died');
  });
  const worker: Worker = bench.replica(name, async (step, id) => {
    if (dies(step, id)) {
      die();
      await new Promise(() => {});
    }
  });
  return { run: () => Promise.race([worker.run(), death]) };
}

/** Rounds of fresh replicas until nothing is open; each after the last one's lease. */
async function carryOn(bench: Bench, ids: string[]) {
  for (let round = 0; round < 50; round++) {
    const states = await Promise.all(ids.map(id => bench.state(id)));
    if (states.every(gate => hasEnded(gate!.state))) return;
    bench.clock.advance(LEASE_MS + 1);
    await bench.replica(`rescuer-${round}`).run();
    completeAll(bench);
  }
  throw new Error('stuck: requests are open after 50 rounds');
}

/** Velero does its work, whoever created the Restore. */
function completeAll({ cluster }: Bench) {
  for (const [name, { status }] of cluster.kept) {
    if (status?.phase !== 'Completed') cluster.complete(name);
  }
}

/** Three replicas at once, and time enough for their leases to end. */
async function mortalRound(bench: Bench, round: number, dies: () => boolean) {
  const replicas = ['a', 'b', 'c'].map(name =>
    dyingReplica(bench, `${name}-${round}`, dies),
  );
  await Promise.all(replicas.map(replica => replica.run()));
  completeAll(bench);
  bench.clock.advance(LEASE_MS + 1);
}

/** What went wrong, in numbers. */
async function accountOf(bench: Bench, knex: Knex, ids: string[]) {
  const states = await Promise.all(ids.map(id => bench.state(id)));
  const { events } = await new AuditTrail(knex).newest({}, 0, 10_000);
  const often = (items: Array<string | undefined>, id: string) =>
    items.filter(item => item === id).length;
  const started = events
    .filter(({ type }) => type === 'executionStarted')
    .map(({ request }) => request);
  const { creations } = bench.cluster;
  const held = await knex('restore_targets').select();
  const trail = await verifyTrail(new AuditTrail(knex));
  return {
    executedTwice: ids.filter(
      id => often(creations, `gate-${id}`) > 1 || often(started, id) > 1,
    ).length,
    lost: ids.filter(id => often(creations, `gate-${id}`) === 0).length,
    stuck: states.filter(gate => gate?.state !== 'succeeded').length,
    targetsHeld: held.length,
    trailWhole: trail.ok,
  };
}

const FAULTLESS = {
  executedTwice: 0,
  lost: 0,
  stuck: 0,
  targetsHeld: 0,
  trailWhole: true,
};

describe.each(databases.eachSupportedId())('with %s, a replica', id => {
  let knex: Knex;
  let bench: Bench;
  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    bench = new Bench(knex);
    bench.cluster.namespaces.clear();
  });

  /** Into namespaces of their own, so that none waits for another. */
  const approvedMany = async (count: number) => {
    const ids: string[] = [];
    for (let n = 0; n < count; n++) {
      const { gate } = await bench.approved({
        namespaceMapping: { 'ws-shop': `ws-drill-${n}` },
      });
      ids.push(gate.id);
    }
    return ids;
  };

  it.each(EXECUTION_STEPS)(
    'that dies when it has %s loses nothing and repeats nothing',
    async fatal => {
      const ids = await approvedMany(1);
      const late = ['ended', 'read', 'finished', 'followed'].includes(fatal);
      if (late) {
        await bench.replica('first').run();
        if (fatal !== 'followed') completeAll(bench);
      }
      let died = false;
      const doomed = dyingReplica(bench, late ? 'first' : 'doomed', step => {
        died ||= step === fatal;
        return step === fatal;
      });
      await doomed.run();
      expect(died).toBe(true);
      await carryOn(bench, ids);
      expect(await accountOf(bench, knex, ids)).toEqual(FAULTLESS);
    },
  );

  it('may die anywhere, among others that die too', async () => {
    const ids = await approvedMany(20);
    const random = fc.sample(fc.integer({ min: 0, max: 7 }), {
      numRuns: 2_000,
      seed: 42,
    });
    let next = 0;
    const sometimes = () => random[next++ % random.length] === 0;
    for (let round = 0; round < 12; round++) {
      await mortalRound(bench, round, sometimes);
    }
    await carryOn(bench, ids);
    expect(await accountOf(bench, knex, ids)).toEqual(FAULTLESS);
  });

  it('may sleep through its lease and wake up beside its successor', async () => {
    const ids = await approvedMany(6);
    const sleepers: Array<() => void> = [];
    const sleepy = bench.replica('sleepy', step =>
      step === 'started' || step === 'checked'
        ? new Promise<void>(resolve => sleepers.push(resolve))
        : undefined,
    );
    const asleep = sleepy.run();
    while (sleepers.length < ids.length) await new Promise(setImmediate);
    bench.clock.advance(LEASE_MS + 1);
    await bench.replica('successor').run();
    while (sleepers.length > 0) {
      sleepers.shift()!();
      await new Promise(setImmediate);
    }
    await asleep;
    await carryOn(bench, ids);
    expect(await accountOf(bench, knex, ids)).toEqual(FAULTLESS);
  });
});
