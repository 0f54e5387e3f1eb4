import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { migrate } from '../../database/openDatabase';
import { DistilledBackup } from '../distil';
import { dropGone } from './dropGone';
import { EvidenceKey } from './EvidenceKey';
import { EvidenceStore, Hold } from './EvidenceStore';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const NOW = Date.parse('2026-03-01T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function key(backup: string): EvidenceKey {
  return { id: `s/${backup}/1`, storage: 's', backup, takenAt: NOW - HOUR };
}

function hold(holder: string, now = NOW): Hold {
  return { holder, now, until: now + 10 * MINUTE };
}

function backupOf(
  namespaces: Record<string, Record<string, string[]>>,
): DistilledBackup {
  const none = { count: 0, first: [] };
  return {
    namespaces: new Map(
      Object.entries(namespaces).map(([name, objects]) => [
        name,
        {
          objects: new Map(Object.entries(objects)),
          volumes: [],
          errors: { count: 1, first: [`of ${name}`] },
          warnings: none,
        },
      ]),
    ),
    errors: none,
    warnings: { count: 1, first: ['of Velero'] },
    volumesRecorded: true,
    digest: 'd'.repeat(64),
  };
}

const shop = backupOf({
  'ws-shop': { 'v1/Secret': ['b', 'a'], 'apps/v1/Deployment': ['web'] },
  '': { 'v1/Namespace': ['ws-shop'] },
});

const failed = {
  failure: 'missing',
  problem: { message: 'It is not there.' },
  nextAttemptAt: NOW + HOUR,
} as const;

describe.each(databases.eachSupportedId())('EvidenceStore in %s', id => {
  async function setup(database: TestDatabaseId = id) {
    const knex = await databases.init(database);
    await migrate(knex);
    return { knex, store: new EvidenceStore(knex) };
  }

  it('keeps what a backup holds, for whoever asks', async () => {
    const { store } = await setup();
    await store.claim(key('a'), hold('one'));
    expect(await store.saveRead(key('a'), hold('one'), shop)).toBe(true);

    const [state] = await store.states();
    expect(state).toMatchObject({
      id: key('a').id,
      state: 'read',
      digest: shop.digest,
      volumesRecorded: true,
      readAt: NOW,
    });
    const [found, ...others] = await store.namespaces([state.id], ['ws-shop']);
    expect(others).toEqual([]);
    expect(found.errors).toEqual({ count: 1, first: ['of ws-shop'] });
    expect(await store.names(found.contents)).toEqual(
      new Map([
        ['apps/v1/Deployment', ['web']],
        ['v1/Secret', ['a', 'b']],
      ]),
    );
    const counts = await store.counts([found.contents]);
    expect([...counts.get(found.contents)!]).toEqual([
      ['apps/v1/Deployment', 1],
      ['v1/Secret', 2],
    ]);
    expect((await store.messages(state.id))?.warnings.first).toEqual([
      'of Velero',
    ]);
  });

  it('lets only one of many replicas read a backup', async () => {
    const { store } = await setup();
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, i) => store.claim(key('a'), hold(`r${i}`))),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('gives a backup to another replica when the first is silent for too long', async () => {
    const { store } = await setup();
    expect(await store.claim(key('a'), hold('dead'))).toBe(true);
    expect(await store.claim(key('a'), hold('b', NOW + 9 * MINUTE))).toBe(
      false,
    );
    const later = hold('b', NOW + 11 * MINUTE);
    expect(await store.claim(key('a'), later)).toBe(true);

    expect(await store.saveRead(key('a'), hold('dead'), shop)).toBe(false);
    expect(await store.namespaces([key('a').id])).toEqual([]);
    expect(await store.saveRead(key('a'), later, shop)).toBe(true);
  });

  it('gives it at once when the first lets go', async () => {
    const { store } = await setup();
    await store.claim(key('a'), hold('one'));
    await store.release(key('a'), hold('one'));
    expect(await store.claim(key('a'), hold('two'))).toBe(true);
  });

  it('never reads twice what was read', async () => {
    const { store } = await setup();
    await store.claim(key('a'), hold('one'));
    await store.saveRead(key('a'), hold('one'), shop);
    expect(await store.claim(key('a'), hold('two', NOW + HOUR))).toBe(false);
  });

  describe('with what an older distiller read', () => {
    async function withOld() {
      const { knex, store } = await setup();
      const old = new EvidenceStore(knex, 0);
      await old.claim(key('a'), hold('one'));
      await old.saveRead(key('a'), hold('one'), shop);
      return { old, store, later: hold('two', NOW + HOUR) };
    }
    const renewed = {
      ...backupOf({ 'ws-shop': { 'v1/Secret': ['a'] } }),
      digest: 'e'.repeat(64),
    };

    it('reads it once more, and keeps the old until then', async () => {
      const { old, store, later } = await withOld();
      const before = await store.namespaces([key('a').id]);
      expect(store.isOutdated((await store.states())[0])).toBe(true);
      expect(await store.claim(key('a'), later)).toBe(true);
      expect(await store.namespaces([key('a').id])).toEqual(before);
      expect((await store.states())[0].state).toBe('read');

      expect(await store.saveRead(key('a'), later, renewed)).toBe(true);
      const [state] = await store.states();
      expect(state).toMatchObject({ state: 'read', digest: renewed.digest });
      expect(store.isOutdated(state)).toBe(false);
      expect(await store.namespaces([key('a').id])).toHaveLength(1);

      const again = hold('three', NOW + 2 * HOUR);
      expect(await store.claim(key('a'), again)).toBe(false);
      expect(await old.claim(key('a'), again)).toBe(false);
    });

    it('keeps it when the files cannot be read now, and tries again', async () => {
      const { store, later } = await withOld();
      await store.claim(key('a'), later);
      const nextAttemptAt = later.now + HOUR;
      const saved = await store.saveFailure(key('a'), later, {
        ...failed,
        nextAttemptAt,
      });
      expect(saved).toBe(true);
      expect(await store.states()).toMatchObject([
        {
          state: 'read',
          digest: shop.digest,
          failure: undefined,
          attempts: 2,
          nextAttemptAt,
        },
      ]);
      expect(await store.claim(key('a'), hold('two', later.now + 1))).toBe(
        false,
      );
      expect(await store.claim(key('a'), hold('two', nextAttemptAt))).toBe(
        true,
      );
    });
  });

  it('remembers why, and when to try again', async () => {
    const { store } = await setup();
    await store.claim(key('a'), hold('one'));
    await store.saveFailure(key('a'), hold('one'), failed);
    expect(await store.states()).toMatchObject([
      { state: 'unknown', attempts: 1, ...failed },
    ]);
    expect(await store.claim(key('a'), hold('two'))).toBe(false);
    const due = hold('two', NOW + HOUR);
    expect(await store.claim(key('a'), due)).toBe(true);
    await store.saveRead(key('a'), due, shop);
    expect(await store.states()).toMatchObject([
      { state: 'read', attempts: 2, failure: undefined, problem: undefined },
    ]);
  });

  it('keeps equal lists once', async () => {
    const { knex, store } = await setup();
    for (const name of ['a', 'b']) {
      await store.claim(key(name), hold('one'));
      await store.saveRead(key(name), hold('one'), shop);
    }
    expect(await knex('evidence_contents').select()).toHaveLength(2);
    expect(await store.namespaces([key('a').id, key('b').id])).toHaveLength(4);
  });

  it('keeps a backup of thousands of namespaces', async () => {
    const { store } = await setup();
    const names = Array.from({ length: 2500 }, (_, i) => `ns-${i}`);
    const many = backupOf(
      Object.fromEntries(names.map(name => [name, { 'v1/Secret': [name] }])),
    );
    await store.claim(key('a'), hold('one'));
    await store.saveRead(key('a'), hold('one'), many);
    expect(await store.namespaces([key('a').id], names)).toHaveLength(2500);
  });

  it('tells what changed since', async () => {
    const { store } = await setup();
    await store.claim(key('a'), hold('one'));
    await store.claim(key('b'), hold('one', NOW + MINUTE));
    const ids = (await store.states(NOW + 1)).map(state => state.id);
    expect(ids).toEqual([key('b').id]);
  });

  describe('when a backup is in no cluster any more', () => {
    async function withTwo() {
      const setUp = await setup();
      for (const name of ['a', 'b']) {
        await setUp.store.claim(key(name), hold('one'));
        await setUp.store.saveRead(key(name), hold('one'), shop);
      }
      return setUp;
    }

    const onlyA = (isWhole: boolean) => ({
      ids: new Set([key('a').id]),
      isWhole,
    });

    it('drops its evidence after a while, and what nobody else holds', async () => {
      const { knex, store } = await withTwo();
      expect(await dropGone(knex, onlyA(true), NOW)).toEqual([]);
      expect(await dropGone(knex, onlyA(true), NOW + HOUR)).toEqual([
        key('b').id,
      ]);
      expect((await store.states()).map(state => state.id)).toEqual([
        key('a').id,
      ]);
      expect(await knex('evidence_contents').select()).toHaveLength(2);

      const none = { ids: new Set<string>(), isWhole: true };
      await dropGone(knex, none, NOW + HOUR);
      await dropGone(knex, none, NOW + 2 * HOUR);
      expect(await knex('evidence_contents').select()).toEqual([]);
    });

    it('keeps it when the backup comes back', async () => {
      const { knex, store } = await withTwo();
      const both = { ids: new Set([key('a').id, key('b').id]), isWhole: true };
      await dropGone(knex, onlyA(true), NOW);
      await dropGone(knex, both, NOW + HOUR / 2);
      await dropGone(knex, onlyA(true), NOW + HOUR);
      await dropGone(knex, onlyA(true), NOW + 1.5 * HOUR);
      expect(await store.states()).toHaveLength(2);
    });

    it('keeps it while a cluster has not been heard of, but not for ever', async () => {
      const { knex, store } = await withTwo();
      await dropGone(knex, onlyA(false), NOW);
      await dropGone(knex, onlyA(false), NOW + 24 * HOUR);
      expect(await store.states()).toHaveLength(2);
      await dropGone(knex, onlyA(false), NOW + 31 * 24 * HOUR);
      expect(await store.states()).toHaveLength(1);
    });
  });
});
