import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrate } from '../../database/openDatabase';
import { AuditTrail } from './AuditTrail';
import { NewAuditEvent } from './chain';
import { exportTrail } from './exportTrail';
import { verifyExport } from './verifyExport';
import { verifyTrail } from './verifyTrail';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const event = (rest: Partial<NewAuditEvent> = {}): NewAuditEvent => ({
  at: '2026-03-01T10:00:00.000Z',
  type: 'voted',
  actor: { kind: 'user', ref: 'user:default/ana' },
  workspaces: ['payments'],
  details: {},
  ...rest,
});

async function write(knex: Knex, ...events: NewAuditEvent[]) {
  const trail = new AuditTrail(knex);
  for (const next of events) {
    await knex.transaction(transaction => trail.append(transaction, [next]));
  }
  return trail;
}

async function dropTriggers(knex: Knex) {
  if (knex.client.config.client === 'pg') {
    await knex.raw('drop trigger restore_audit_append_only on restore_audit');
    return;
  }
  await knex.raw('drop trigger restore_audit_no_update');
  await knex.raw('drop trigger restore_audit_no_delete');
}

async function collect(lines: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const line of lines) text += line;
  return text;
}

describe.each(databases.eachSupportedId())('the trail in %s', id => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });

  it('is one chain, however many write at once', async () => {
    const trail = new AuditTrail(knex);
    await Promise.all(
      Array.from({ length: 20 }, () =>
        knex.transaction(transaction =>
          trail.append(transaction, [event(), event({ type: 'approved' })]),
        ),
      ),
    );
    expect(await verifyTrail(trail)).toMatchObject({ ok: true, events: 40 });
  });

  it('keeps nothing of a transaction that failed', async () => {
    const trail = await write(knex, event());
    await expect(
      knex.transaction(async transaction => {
        await trail.append(transaction, [event()]);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await write(knex, event());
    expect(await verifyTrail(trail)).toMatchObject({ ok: true, events: 2 });
  });

  it('lets others have their turn while a long one is checked', async () => {
    const trail = new AuditTrail(knex);
    const many = Array.from({ length: 1000 }, () => event());
    await knex.transaction(transaction => trail.append(transaction, many));
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 0);
    expect(await verifyTrail(trail)).toMatchObject({ ok: true, events: 1000 });
    clearInterval(others);
    expect(turns).toBeGreaterThan(1);
  });

  it('refuses changes by itself', async () => {
    await write(knex, event());
    // No toThrow: Jest takes better-sqlite3's errors of another file for no errors.
    const refusal = { message: expect.stringMatching(/append-only/) };
    await expect(
      knex('restore_audit').update({ type: 'x' }),
    ).rejects.toMatchObject(refusal);
    await expect(knex('restore_audit').delete()).rejects.toMatchObject(refusal);
  });

  it.each<[string, (knex: Knex) => Promise<unknown>, number, RegExp]>([
    [
      'one byte of an event',
      async db => {
        const { event: text } = await db('restore_audit')
          .where('seq', 2)
          .first('event');
        await db('restore_audit')
          .where('seq', 2)
          .update({ event: text.replace('ana', 'anb') });
      },
      2,
      /hash does not fit/,
    ],
    [
      'a column',
      db => db('restore_audit').where('seq', 2).update({ actor: 'x' }),
      2,
      /column/,
    ],
    [
      'a space in an event',
      db =>
        db('restore_audit')
          .where('seq', 2)
          .update({ event: db.raw("event || ' '") }),
      2,
      /not as it was written/,
    ],
    [
      'a deleted event',
      db => db('restore_audit').where('seq', 2).delete(),
      3,
      /missing between 1 and 3/,
    ],
    [
      'an event with another number',
      async db => {
        await db('restore_audit').where('seq', 2).delete();
        await db('restore_audit').where('seq', 3).update({ seq: 2 });
      },
      2,
      /missing between/,
    ],
  ])('betrays %s', async (_, tamper, seq, problem) => {
    const trail = await write(knex, event(), event(), event());
    await dropTriggers(knex);
    await tamper(knex);
    const verdict = await verifyTrail(trail);
    expect(verdict).toMatchObject({ ok: false, seq });
    expect((verdict as { problem: string }).problem).toMatch(problem);
  });

  it('betrays a lost end to who knows the head', async () => {
    const trail = await write(knex, event(), event());
    const known = await trail.head();
    expect(await verifyTrail(trail, known)).toMatchObject({ ok: true });
    await dropTriggers(knex);
    await knex('restore_audit').where('seq', 2).delete();
    expect(await verifyTrail(trail)).toMatchObject({ ok: true });
    expect(await verifyTrail(trail, known)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('cut off'),
    });
    await write(knex, event({ type: 'cancelled' }));
    expect(await verifyTrail(trail, known)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('written anew'),
    });
  });

  it('needs no right but to insert and to select', async () => {
    if (!id.startsWith('POSTGRES')) return;
    const trail = new AuditTrail(knex);
    const role = `writer_${Date.now()}`;
    await knex.raw('create role ??', [role]);
    await knex.raw('grant insert, select on restore_audit to ??', [role]);
    await knex.transaction(async transaction => {
      await transaction.raw('set local role ??', [role]);
      await trail.append(transaction, [event()]);
      await trail.append(transaction, [event()]);
    });
    expect(await verifyTrail(trail)).toMatchObject({ ok: true, events: 2 });
    await knex.raw('drop owned by ??', [role]);
    await knex.raw('drop role ??', [role]);
  });

  describe('an export', () => {
    const day = (n: number) => `2026-03-0${n}T12:00:00.000Z`;
    const filed = async () =>
      write(
        knex,
        event({ at: day(1), request: 'r1' }),
        event({ at: day(2), workspaces: ['check_out', 'payments'] }),
        event({ at: day(3), workspaces: ['checkXout'] }),
        event({
          at: day(4),
          actor: { kind: 'user', ref: 'user:default/bruno' },
        }),
      );

    it.each<[object, number[]]>([
      [{}, [1, 2, 3, 4]],
      [{ since: day(2), until: day(4) }, [2, 3]],
      [{ since: day(2) }, [2, 3, 4]],
      [{ until: day(1) }, []],
      [{ since: '2030-01-01T00:00:00.000Z' }, []],
      [{ workspace: 'check_out' }, [2]],
      [{ workspace: 'payments' }, [1, 2, 4]],
      [{ person: 'user:default/bruno' }, [4]],
      [{ request: 'r1' }, [1]],
    ])('of %j holds %j and is found good', async (filter, numbers) => {
      const trail = await filed();
      for (const format of ['jsonl', 'csv'] as const) {
        const text = await collect(exportTrail(trail, filter, format));
        expect(verifyExport(text, format)).toMatchObject({
          ok: true,
          events: numbers.length,
        });
      }
      const { events, total } = await trail.newest(filter, 0, 10);
      expect(events.map(({ seq }) => seq)).toEqual([...numbers].reverse());
      expect(total).toBe(numbers.length);
    });

    it('is written in pages and loses nothing', async () => {
      const trail = new AuditTrail(knex);
      await knex.transaction(transaction =>
        trail.append(
          transaction,
          Array.from({ length: 1_201 }, () => event()),
        ),
      );
      const text = await collect(exportTrail(trail, {}, 'jsonl'));
      expect(verifyExport(text, 'jsonl')).toMatchObject({ events: 1_201 });
      expect(await verifyTrail(trail)).toMatchObject({ events: 1_201 });
    });
  });
});
