import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrate } from '../../database/openDatabase';
import { AuditTrail, verifyTrail } from '../audit';
import { pageEffects, patchedObjects } from './effects';
import { ExecutionStore } from './ExecutionStore';
import { Outbox } from './Outbox';
import { RequestQueries } from './RequestQueries';
import { RequestStore } from './RequestStore';
import { SYSTEM_TRACE } from './types';
import {
  ANA,
  APPROVERS,
  approveAs,
  BRUNO,
  filing,
  HOUR,
  OTTO,
  StandingClock,
  startAs,
  traceOf,
} from './__testUtils__/filing';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('requests in %s', id => {
  let knex: Knex;
  let clock: StandingClock;
  let store: RequestStore;
  let queries: RequestQueries;
  let outbox: Outbox;

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    clock = new StandingClock();
    store = new RequestStore(knex, { clock, remindBeforeMs: 4 * HOUR });
    queries = new RequestQueries(knex);
    outbox = new Outbox(knex, clock);
  });

  const file = (overrides: Parameters<typeof filing>[1] = {}) => {
    const filed = filing(clock, overrides);
    return store.file(filed, traceOf(filed.opened.request.requester));
  };
  const auditTypes = async () => {
    const { events } = await new AuditTrail(knex).newest({}, 0, 100);
    return events.reverse().map(event => event.type);
  };

  it('come back as they were filed', async () => {
    const filed = await file({ notBefore: '2026-03-01T12:00:00.000Z' });
    expect(await store.get(filed.gate.id)).toEqual(filed);
    const inEmergency = await file({ incident: 'INC-7' });
    expect(await store.get(inEmergency.gate.id)).toEqual(inEmergency);
    expect(await store.get('nobody')).toBeUndefined();
  });

  it('keep votes, state and trail together', async () => {
    const { gate } = await file();
    const changed = await store.change(
      gate.id,
      approveAs(ANA, gate.digest, { comment: 'Looks right' }),
      traceOf(ANA),
    );
    expect(changed).toMatchObject({ request: { gate: { state: 'approved' } } });
    expect(await store.get(gate.id)).toEqual(changed!.request);
    expect(await auditTypes()).toEqual(['filed', 'voted', 'approved']);
    expect(await verifyTrail(new AuditTrail(knex))).toMatchObject({ ok: true });
  });

  it('put a refused vote into the trail, and change nothing', async () => {
    const { gate } = await file();
    const changed = await store.change(
      gate.id,
      approveAs(OTTO, gate.digest),
      traceOf(OTTO),
    );
    expect(changed).toMatchObject({ refusal: 'ownRequest', events: [] });
    expect(changed!.request.version).toBe(1);
    expect(await auditTypes()).toEqual(['filed', 'refused']);
  });

  it('expire for whoever comes late, once', async () => {
    const { gate } = await file();
    clock.advance(24 * HOUR);
    expect(await queries.overdue(clock.time, 10)).toEqual([gate.id]);
    const late = () =>
      store.change(gate.id, approveAs(ANA, gate.digest), traceOf(ANA));
    expect(await late()).toMatchObject({
      refusal: 'ended',
      request: { gate: { state: 'expired' } },
    });
    await late();
    const types = await auditTypes();
    expect(types.filter(type => type === 'expired')).toHaveLength(1);
    expect(await queries.overdue(clock.time, 10)).toEqual([]);
  });

  it('take each vote once, however many come at once', async () => {
    const { gate } = await file({
      factors: [
        { id: APPROVERS, groups: [APPROVERS], count: 5, rules: ['five'] },
      ],
    });
    const voters = Array.from({ length: 8 }, (_, n) => `user:default/v${n}`);
    const ballots = [...voters, ...voters];
    const outcomes = await Promise.all(
      ballots.map(voter =>
        store.change(gate.id, approveAs(voter, gate.digest), traceOf(voter)),
      ),
    );
    const { gate: after } = (await store.get(gate.id))!;
    expect(after.state).toBe('approved');
    expect(after.votes).toHaveLength(5);
    expect(new Set(after.votes.map(vote => vote.voter)).size).toBe(5);
    expect(outcomes.filter(outcome => !outcome?.refusal)).toHaveLength(5);
    const types = await auditTypes();
    expect(types.filter(type => type === 'approved')).toHaveLength(1);
    expect(await verifyTrail(new AuditTrail(knex))).toMatchObject({ ok: true });
  });

  it('start once, whoever tries', async () => {
    const { gate } = await file();
    await store.change(gate.id, approveAs(ANA, gate.digest), traceOf(ANA));
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () =>
        store.change(gate.id, startAs(gate.digest, [ANA]), SYSTEM_TRACE),
      ),
    );
    expect(outcomes.filter(outcome => !outcome?.refusal)).toHaveLength(1);
  });

  it('end one way when a veto and a start meet', async () => {
    for (let round = 0; round < 5; round++) {
      const { gate } = await file();
      await store.change(gate.id, approveAs(ANA, gate.digest), traceOf(ANA));
      const [veto, start] = await Promise.all([
        store.change(
          gate.id,
          approveAs(BRUNO, gate.digest, { decision: 'veto', comment: 'no' }),
          traceOf(BRUNO),
        ),
        store.change(gate.id, startAs(gate.digest, [ANA]), SYSTEM_TRACE),
      ]);
      const { gate: after } = (await store.get(gate.id))!;
      const vetoed = after.state === 'rejected';
      expect(['rejected', 'executing']).toContain(after.state);
      expect(veto!.refusal === undefined).toBe(vetoed);
      expect(start!.refusal === undefined).toBe(!vetoed);
    }
  });

  it('write nothing when what goes alongside fails', async () => {
    const { gate } = await file();
    await expect(
      store.change(
        gate.id,
        approveAs(ANA, gate.digest),
        traceOf(ANA),
        async () => {
          throw new Error('no');
        },
      ),
    ).rejects.toThrow('no');
    expect((await store.get(gate.id))!.gate.state).toBe('pending');
    expect(await auditTypes()).toEqual(['filed']);
  });

  it('take the place of another, which is cancelled with it', async () => {
    const old = await file();
    const { gate } = await file({ supersedes: old.gate.id });
    expect((await store.get(old.gate.id))!.gate).toMatchObject({
      state: 'cancelled',
      endReason: `superseded by ${gate.id}`,
    });
    expect(await auditTypes()).toEqual(['filed', 'filed', 'cancelled']);
  });

  it('have votes that the database itself keeps', async () => {
    const { gate } = await file();
    await store.change(gate.id, approveAs(ANA, gate.digest), traceOf(ANA));
    await expect(
      knex('restore_votes').update({ decision: 'veto' }),
    ).rejects.toMatchObject({
      message: expect.stringMatching(/append-only/),
    });
  });

  describe('in lists', () => {
    it('are those one may see, newest first', async () => {
      const first = await file({ workspaces: ['shop'] });
      clock.advance(1000);
      const second = await file({ workspaces: ['shop', 'pay'] });
      clock.advance(1000);
      const third = await file({ workspaces: ['pay'], requester: ANA });
      const list = async (
        ...args: [
          Parameters<RequestQueries['list']>[0],
          Parameters<RequestQueries['list']>[1],
        ]
      ) => {
        const page = await queries.list(...args, { offset: 0, limit: 10 });
        expect(page.total).toBe(page.items.length);
        return page.items.map(item => item.gate.id);
      };
      const ids = [third, second, first].map(({ gate }) => gate.id);
      expect(await list({}, {})).toEqual(ids);
      expect(await list({ workspace: 'shop' }, {})).toEqual(ids.slice(1));
      expect(await list({}, { workspaces: ['shop'], person: ANA })).toEqual(
        ids,
      );
      expect(await list({}, { workspaces: [], person: ANA })).toEqual([ids[0]]);
      expect(await list({}, { workspaces: [] })).toEqual([]);
      expect(await list({ requester: OTTO }, {})).toEqual(ids.slice(1));
      expect(await list({ states: ['approved'] }, {})).toEqual([]);
      const page = await queries.list({}, {}, { offset: 1, limit: 1 });
      expect(page).toMatchObject({ total: 3, items: [{ version: 1 }] });
      expect(page.items[0].gate.id).toBe(ids[1]);
    });

    it('wait for those who may vote and did not', async () => {
      const { gate } = await file();
      const waits = async (person: string, groups = [APPROVERS]) => {
        const page = await queries.list(
          { waitsFor: { person, groups } },
          {},
          { offset: 0, limit: 10 },
        );
        return page.total;
      };
      expect(await waits(ANA)).toBe(1);
      expect(await waits(OTTO)).toBe(0);
      expect(await waits(ANA, ['group:default/others'])).toBe(0);
      await store.change(gate.id, approveAs(ANA, gate.digest), traceOf(ANA));
      expect(await waits(BRUNO)).toBe(0);
    });

    it('wait for a review after break-glass', async () => {
      const { gate } = await file({ incident: 'INC-7' });
      const pending = async () => {
        const page = await queries.list(
          { reviewPending: true },
          {},
          { offset: 0, limit: 10 },
        );
        return page.total;
      };
      expect(await pending()).toBe(1);
      await store.change(
        gate.id,
        {
          type: 'review',
          by: { kind: 'user', ref: ANA },
          verdict: 'justified',
          comment: 'Seen',
        },
        traceOf(ANA),
      );
      expect(await pending()).toBe(0);
    });
  });

  it('show their effects in pages', async () => {
    const { gate } = await file();
    const page = (filter: Parameters<typeof pageEffects>[2], limit = 10) =>
      pageEffects(knex, gate.id, filter, { offset: 0, limit });
    expect(await page({})).toMatchObject({ total: 3 });
    expect(await page({}, 1)).toMatchObject({
      total: 3,
      items: [{ name: 'ws-shop' }],
    });
    expect(await page({ action: 'patch' })).toMatchObject({
      items: [{ name: 'key_1' }],
    });
    expect((await page({ search: 'KEY_' })).total).toBe(1);
    expect((await page({ search: 'y%1' })).total).toBe(0);
    expect((await page({ visibleNamespaces: ['other'] })).total).toBe(0);
    expect((await page({ visibleNamespaces: ['ws-shop'] })).total).toBe(3);
    expect(await patchedObjects(knex, gate.id)).toEqual(
      new Set(['secrets ws-shop/key_1']),
    );
  });

  describe('messages', () => {
    const claimed = async () =>
      (await outbox.claim(20)).map(({ kind, recipients, exclude }) => ({
        kind,
        recipients,
        exclude,
      }));

    it('ask approvers at once, and again before the end', async () => {
      await file();
      const asked = { recipients: [APPROVERS], exclude: OTTO };
      expect(await claimed()).toEqual([{ kind: 'approvalNeeded', ...asked }]);
      clock.advance(20 * HOUR);
      const again = await outbox.claim(20);
      expect(again.map(({ kind }) => kind)).toEqual([
        'approvalNeeded',
        'approvalReminder',
      ]);
    });

    it('tell everyone of break-glass at once', async () => {
      await file({ incident: 'INC-7' });
      expect(await claimed()).toEqual([
        { kind: 'breakGlass', recipients: [APPROVERS], exclude: OTTO },
      ]);
    });

    it('go to one replica, and come back when that one died', async () => {
      await file();
      const hands = await Promise.all([1, 2, 3, 4].map(() => outbox.claim(5)));
      expect(hands.flat()).toHaveLength(1);
      clock.advance(61_000);
      const [message] = await outbox.claim(5);
      await outbox.failed(message);
      expect(await outbox.claim(5)).toEqual([]);
      clock.advance(11_000);
      const [again] = await outbox.claim(5);
      expect(again.attempts).toBe(1);
      await outbox.done(again.id);
      clock.advance(HOUR);
      expect(await outbox.claim(5)).toEqual([]);
    });
  });

  describe('executions', () => {
    let executions: ExecutionStore;
    beforeEach(() => {
      executions = new ExecutionStore(knex, clock);
    });

    const approvedRequest = async (notBefore?: string) => {
      const { gate } = await file({ notBefore });
      await store.change(gate.id, approveAs(ANA, gate.digest), traceOf(ANA));
      return gate.id;
    };

    it('are taken by one replica, and by the next when the lease is over', async () => {
      const requestId = await approvedRequest();
      const hands = await Promise.all(
        ['a', 'b', 'c'].map(holder => executions.claim(holder, 30_000, 5)),
      );
      expect(hands.flat()).toEqual([requestId]);
      const holder = ['a', 'b', 'c'][hands.findIndex(hand => hand.length)];
      expect(await executions.renew(requestId, holder, 30_000)).toBe(true);
      expect(await executions.renew(requestId, 'd', 30_000)).toBe(false);
      clock.advance(30_001);
      expect(await executions.claim('d', 30_000, 5)).toEqual([requestId]);
      expect(await executions.renew(requestId, holder, 30_000)).toBe(false);
    });

    it('wait for their time', async () => {
      await file();
      await approvedRequest('2026-03-01T12:00:00.000Z');
      expect(await executions.claim('a', 30_000, 5)).toEqual([]);
      clock.advance(2 * HOUR);
      expect(await executions.claim('a', 30_000, 5)).toHaveLength(1);
    });

    it('are let go', async () => {
      const requestId = await approvedRequest();
      await executions.claim('a', 30_000, 5);
      await executions.release(requestId, 'b');
      expect(await executions.claim('b', 30_000, 5)).toEqual([]);
      await executions.release(requestId, 'a');
      expect(await executions.claim('b', 30_000, 5)).toEqual([requestId]);
    });

    it('remember how far they are', async () => {
      const requestId = await approvedRequest();
      await executions.update(requestId, { restoreName: 'gate-1' });
      await executions.update(requestId, {
        restoreUid: 'u1',
        progress: { itemsRestored: 3 },
      });
      expect(await executions.get(requestId)).toEqual({
        requestId,
        restoreName: 'gate-1',
        restoreUid: 'u1',
        progress: { itemsRestored: 3 },
      });
    });

    it('hold their targets against each other', async () => {
      const [one, two] = [await approvedRequest(), await approvedRequest()];
      const hold = (requestId: string, cluster: string, namespaces: string[]) =>
        knex.transaction(transaction =>
          ExecutionStore.holdTargets(
            transaction,
            requestId,
            cluster,
            namespaces,
          ),
        );
      expect(await hold(one, 'prod', ['a', 'b'])).toBeUndefined();
      expect(await hold(one, 'prod', ['b', 'a'])).toBeUndefined();
      expect(await hold(two, 'prod', ['b', 'c'])).toBe(one);
      expect(await hold(two, 'dr', ['a'])).toBeUndefined();
      await knex.transaction(transaction =>
        ExecutionStore.freeTargets(transaction, one),
      );
      expect(await hold(two, 'prod', ['b'])).toBeUndefined();
    });
  });
});
