import { says } from '@appgear/backstage-plugin-velero-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import { verifyTrail } from '../audit';
import { SYSTEM_TRACE } from './types';
import { pageEffects } from './effects';
import { patchedObjects } from './effects';
import {
  ANA,
  APPROVERS,
  approveAs,
  BRUNO,
  HOUR,
  OTTO,
  startAs,
  traceOf,
} from './__testUtils__/filing';
import { StoreBench } from './__testUtils__/StoreBench';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('requests in %s', id => {
  let bench: StoreBench;
  beforeEach(async () => {
    bench = await StoreBench.on(await databases.init(id));
  });

  it('come back as they were filed', async () => {
    const filed = await bench.file({ notBefore: '2026-03-01T12:00:00.000Z' });
    expect(await bench.store.get(filed.gate.id)).toEqual(filed);
    const inEmergency = await bench.file({ incident: 'INC-7' });
    expect(await bench.store.get(inEmergency.gate.id)).toEqual(inEmergency);
    expect(await bench.store.get('nobody')).toBeUndefined();
  });

  it('keep votes, state and trail together', async () => {
    const { gate } = await bench.file();
    const changed = await bench.store.change(
      gate.id,
      approveAs(ANA, gate.digest, { comment: 'Looks right' }),
      traceOf(ANA),
    );
    expect(changed).toMatchObject({ request: { gate: { state: 'approved' } } });
    expect(await bench.store.get(gate.id)).toEqual(changed!.request);
    expect(await bench.auditTypes()).toEqual(['filed', 'voted', 'approved']);
    expect(await verifyTrail(bench.trail)).toMatchObject({ ok: true });
  });

  it('put a refused vote into the trail, and change nothing', async () => {
    const { gate } = await bench.file();
    const changed = await bench.store.change(
      gate.id,
      approveAs(OTTO, gate.digest),
      traceOf(OTTO),
    );
    expect(changed).toMatchObject({ refusal: 'ownRequest', events: [] });
    expect(changed!.request.version).toBe(1);
    expect(await bench.auditTypes()).toEqual(['filed', 'refused']);
  });

  it('expire for whoever comes late, once', async () => {
    const { gate } = await bench.file();
    bench.clock.advance(24 * HOUR);
    expect(await bench.queries.overdue(bench.clock.time, 10)).toEqual([
      gate.id,
    ]);
    const late = () =>
      bench.store.change(gate.id, approveAs(ANA, gate.digest), traceOf(ANA));
    expect(await late()).toMatchObject({
      refusal: 'ended',
      request: { gate: { state: 'expired' } },
    });
    await late();
    const types = await bench.auditTypes();
    expect(types.filter(type => type === 'expired')).toHaveLength(1);
    expect(await bench.queries.overdue(bench.clock.time, 10)).toEqual([]);
  });

  it('take each vote once, however many come at once', async () => {
    const { gate } = await bench.file({
      factors: [
        { id: APPROVERS, groups: [APPROVERS], count: 5, rules: ['five'] },
      ],
    });
    const voters = Array.from({ length: 8 }, (_, n) => `user:default/v${n}`);
    const ballots = [...voters, ...voters];
    const outcomes = await Promise.all(
      ballots.map(voter =>
        bench.store.change(
          gate.id,
          approveAs(voter, gate.digest),
          traceOf(voter),
        ),
      ),
    );
    const { gate: after } = (await bench.store.get(gate.id))!;
    expect(after.state).toBe('approved');
    expect(after.votes).toHaveLength(5);
    expect(new Set(after.votes.map(vote => vote.voter)).size).toBe(5);
    expect(outcomes.filter(outcome => !outcome?.refusal)).toHaveLength(5);
    const types = await bench.auditTypes();
    expect(types.filter(type => type === 'approved')).toHaveLength(1);
    expect(await verifyTrail(bench.trail)).toMatchObject({ ok: true });
  });

  it('start once, whoever tries', async () => {
    const { gate } = await bench.file();
    await bench.store.change(
      gate.id,
      approveAs(ANA, gate.digest),
      traceOf(ANA),
    );
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () =>
        bench.store.change(gate.id, startAs(gate.digest, [ANA]), SYSTEM_TRACE),
      ),
    );
    expect(outcomes.filter(outcome => !outcome?.refusal)).toHaveLength(1);
  });

  it('end one way when a veto and a start meet', async () => {
    for (let round = 0; round < 5; round++) {
      const { gate } = await bench.file();
      await bench.store.change(
        gate.id,
        approveAs(ANA, gate.digest),
        traceOf(ANA),
      );
      const [veto, start] = await Promise.all([
        bench.store.change(
          gate.id,
          approveAs(BRUNO, gate.digest, { decision: 'veto', comment: 'no' }),
          traceOf(BRUNO),
        ),
        bench.store.change(gate.id, startAs(gate.digest, [ANA]), SYSTEM_TRACE),
      ]);
      const { gate: after } = (await bench.store.get(gate.id))!;
      const vetoed = after.state === 'rejected';
      expect(['rejected', 'executing']).toContain(after.state);
      expect(veto!.refusal === undefined).toBe(vetoed);
      expect(start!.refusal === undefined).toBe(!vetoed);
    }
  });

  it('write nothing when what goes alongside fails', async () => {
    const { gate } = await bench.file();
    await expect(
      bench.store.change(
        gate.id,
        approveAs(ANA, gate.digest),
        traceOf(ANA),
        async () => {
          throw new Error('no');
        },
      ),
    ).rejects.toThrow('no');
    expect((await bench.store.get(gate.id))!.gate.state).toBe('pending');
    expect(await bench.auditTypes()).toEqual(['filed']);
  });

  it('take the place of another, which is cancelled with it', async () => {
    const old = await bench.file();
    const { gate } = await bench.file({ supersedes: old.gate.id });
    expect((await bench.store.get(old.gate.id))!.gate).toMatchObject({
      state: 'cancelled',
      endReason: `superseded by ${gate.id}`,
      endReasons: [says('gate.superseded', { request: gate.id })],
    });
    expect(await bench.auditTypes()).toEqual(['filed', 'filed', 'cancelled']);
    const { events } = await bench.trail.newest({}, 0, 1);
    expect(events[0].details).toEqual({
      reason: `superseded by ${gate.id}`,
      sentences: [{ key: 'gate.superseded', params: { request: gate.id } }],
    });
  });

  it('have votes that the database itself keeps', async () => {
    const { gate } = await bench.file();
    await bench.store.change(
      gate.id,
      approveAs(ANA, gate.digest),
      traceOf(ANA),
    );
    await expect(
      bench.knex('restore_votes').update({ decision: 'veto' }),
    ).rejects.toMatchObject({
      message: expect.stringMatching(/append-only/),
    });
  });

  it('show their effects in pages', async () => {
    const { gate } = await bench.file();
    const page = (filter: Parameters<typeof pageEffects>[2], limit = 10) =>
      pageEffects(bench.knex, gate.id, filter, { offset: 0, limit });
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
    expect(await patchedObjects(bench.knex, gate.id)).toEqual(
      new Set(['secrets ws-shop/key_1']),
    );
  });
});
