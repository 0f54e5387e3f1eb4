import { TestDatabases } from '@backstage/backend-test-utils';
import { ExecutionStore } from './ExecutionStore';
import { HOUR } from './__testUtils__/filing';
import { StoreBench } from './__testUtils__/StoreBench';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('executions in %s', id => {
  let bench: StoreBench;
  beforeEach(async () => {
    bench = await StoreBench.on(await databases.init(id));
  });

  it('are taken by one replica, and by the next when the lease is over', async () => {
    const requestId = await bench.approved();
    const hands = await Promise.all(
      ['a', 'b', 'c'].map(holder => bench.executions.claim(holder, 30_000, 5)),
    );
    expect(hands.flat()).toEqual([requestId]);
    const holder = ['a', 'b', 'c'][hands.findIndex(hand => hand.length)];
    expect(await bench.executions.renew(requestId, holder, 30_000)).toBe(true);
    expect(await bench.executions.renew(requestId, 'd', 30_000)).toBe(false);
    bench.clock.advance(30_001);
    expect(await bench.executions.claim('d', 30_000, 5)).toEqual([requestId]);
    expect(await bench.executions.renew(requestId, holder, 30_000)).toBe(false);
  });

  it('wait for their time', async () => {
    await bench.file();
    await bench.approved('2026-03-01T12:00:00.000Z');
    expect(await bench.executions.claim('a', 30_000, 5)).toEqual([]);
    bench.clock.advance(2 * HOUR);
    expect(await bench.executions.claim('a', 30_000, 5)).toHaveLength(1);
  });

  it('are let go', async () => {
    const requestId = await bench.approved();
    await bench.executions.claim('a', 30_000, 5);
    await bench.executions.release(requestId, 'b');
    expect(await bench.executions.claim('b', 30_000, 5)).toEqual([]);
    await bench.executions.release(requestId, 'a');
    expect(await bench.executions.claim('b', 30_000, 5)).toEqual([requestId]);
  });

  it('remember how far they are', async () => {
    const requestId = await bench.approved();
    await bench.executions.update(requestId, { restoreName: 'gate-1' });
    await bench.executions.update(requestId, {
      restoreUid: 'u1',
      progress: { itemsRestored: 3 },
    });
    expect(await bench.executions.get(requestId)).toEqual({
      requestId,
      restoreName: 'gate-1',
      restoreUid: 'u1',
      progress: { itemsRestored: 3 },
    });
  });

  it('hold their targets against each other', async () => {
    const [one, two] = [await bench.approved(), await bench.approved()];
    const hold = (requestId: string, cluster: string, namespaces: string[]) =>
      bench.knex.transaction(transaction =>
        ExecutionStore.holdTargets(transaction, requestId, cluster, namespaces),
      );
    expect(await hold(one, 'prod', ['a', 'b'])).toBeUndefined();
    expect(await hold(one, 'prod', ['b', 'a'])).toBeUndefined();
    expect(await hold(two, 'prod', ['b', 'c'])).toBe(one);
    expect(await hold(two, 'dr', ['a'])).toBeUndefined();
    await bench.knex.transaction(transaction =>
      ExecutionStore.freeTargets(transaction, one),
    );
    expect(await hold(two, 'prod', ['b'])).toBeUndefined();
  });
});
