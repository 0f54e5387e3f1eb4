import { TestDatabases } from '@backstage/backend-test-utils';
import { RequestQueries } from './RequestQueries';
import {
  ANA,
  APPROVERS,
  approveAs,
  BRUNO,
  OTTO,
  traceOf,
} from './__testUtils__/filing';
import { StoreBench } from './__testUtils__/StoreBench';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('lists of requests in %s', id => {
  let bench: StoreBench;
  beforeEach(async () => {
    bench = await StoreBench.on(await databases.init(id));
  });

  it('are those one may see, newest first', async () => {
    const first = await bench.file({ workspaces: ['shop'] });
    bench.clock.advance(1000);
    const second = await bench.file({ workspaces: ['shop', 'pay'] });
    bench.clock.advance(1000);
    const third = await bench.file({ workspaces: ['pay'], requester: ANA });
    const list = async (
      ...args: [
        Parameters<RequestQueries['list']>[0],
        Parameters<RequestQueries['list']>[1],
      ]
    ) => {
      const page = await bench.queries.list(...args, { offset: 0, limit: 10 });
      expect(page.total).toBe(page.items.length);
      return page.items.map(item => item.gate.id);
    };
    const ids = [third, second, first].map(({ gate }) => gate.id);
    expect(await list({}, {})).toEqual(ids);
    expect(await list({ workspace: 'shop' }, {})).toEqual(ids.slice(1));
    expect(await list({}, { workspaces: ['shop'], person: ANA })).toEqual(ids);
    expect(await list({}, { workspaces: [], person: ANA })).toEqual([ids[0]]);
    expect(await list({}, { workspaces: [] })).toEqual([]);
    expect(await list({ requester: OTTO }, {})).toEqual(ids.slice(1));
    expect(await list({ states: ['approved'] }, {})).toEqual([]);
    const page = await bench.queries.list({}, {}, { offset: 1, limit: 1 });
    expect(page).toMatchObject({ total: 3, items: [{ version: 1 }] });
    expect(page.items[0].gate.id).toBe(ids[1]);
  });

  it('wait for those who may vote and did not', async () => {
    const { gate } = await bench.file();
    const waits = async (person: string, groups = [APPROVERS]) => {
      const page = await bench.queries.list(
        { waitsFor: { person, groups } },
        {},
        { offset: 0, limit: 10 },
      );
      return page.total;
    };
    expect(await waits(ANA)).toBe(1);
    expect(await waits(OTTO)).toBe(0);
    expect(await waits(ANA, ['group:default/others'])).toBe(0);
    await bench.store.change(
      gate.id,
      approveAs(ANA, gate.digest),
      traceOf(ANA),
    );
    expect(await waits(BRUNO)).toBe(0);
  });

  it('are those that somebody voted on', async () => {
    const { gate } = await bench.file();
    await bench.file();
    await bench.store.change(
      gate.id,
      approveAs(ANA, gate.digest),
      traceOf(ANA),
    );
    const decided = async (votedBy: string) => {
      const page = await bench.queries.list(
        { votedBy },
        {},
        { offset: 0, limit: 10 },
      );
      return page.items.map(item => item.gate.id);
    };
    expect(await decided(ANA)).toEqual([gate.id]);
    expect(await decided(BRUNO)).toEqual([]);
  });

  it('begin with what expires first', async () => {
    const first = await bench.file();
    bench.clock.advance(1000);
    const second = await bench.file();
    const page = await bench.queries.list(
      {},
      {},
      { offset: 0, limit: 10, sort: 'deadline', order: 'asc' },
    );
    expect(page.items.map(item => item.gate.id)).toEqual([
      first.gate.id,
      second.gate.id,
    ]);
  });

  it('wait for a review after break-glass', async () => {
    const { gate } = await bench.file({ incident: 'INC-7' });
    const pending = async () => {
      const page = await bench.queries.list(
        { reviewPending: true },
        {},
        { offset: 0, limit: 10 },
      );
      return page.total;
    };
    expect(await pending()).toBe(1);
    await bench.store.change(
      gate.id,
      {
        type: 'review',
        by: { kind: 'user', ref: ANA },
        standsGuard: true,
        verdict: 'justified',
        comment: 'Seen',
      },
      traceOf(ANA),
    );
    expect(await pending()).toBe(0);
  });
});
