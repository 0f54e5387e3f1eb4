import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { Bed, configMapOf, namespaceOf, until } from '../__testUtils__/Bed';
import { migrate } from '../database/openDatabase';
import { Askers } from '../courtesy';
import { Fleet } from '../fleet';
import { Evidence } from './Evidence';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
jest.setTimeout(60_000);

const QUICK = {
  signingTimeout: '2s',
  downloadTimeout: '1s',
  retryInitial: '100ms',
  retryMax: '1h',
};

describe('Evidence', () => {
  let bed: Bed;
  let knex: Knex;
  const running: Evidence[] = [];

  beforeEach(async () => {
    bed = await Bed.start(['one', 'two']);
    bed.create(
      'one',
      namespaceOf('ws-shop'),
      configMapOf('ws-shop', 'settings'),
    );
    knex = await databases.init('SQLITE_3');
    await migrate(knex);
    bed.clock.run();
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map(evidence => evidence.stop()));
    await bed.close();
  });

  async function replica(
    settings: object = {},
    clusters = ['one', 'two'],
    ready: (fleet: Fleet) => boolean = () => true,
  ) {
    const config = bed.config({ evidence: { ...QUICK, ...settings } });
    config.clusters = config.clusters.filter(({ name }) =>
      clusters.includes(name),
    );
    const fleet = bed.fleet(config);
    await until('the fleet is known', () => ready(fleet));
    const logger = mockServices.logger.mock();
    const askers = new Askers();
    const evidence = new Evidence({
      fleet,
      knex,
      config: config.evidence,
      askers,
      logger,
    });
    await evidence.start();
    running.push(evidence);
    const statusOf = (cluster: string, name: string) => {
      const backup = fleet.tables.backups.get(cluster, name);
      return backup && evidence.statusOf(backup);
    };
    const becomes = async (cluster: string, name: string, state: string) => {
      await until(
        `${name} is ${state}`,
        () => statusOf(cluster, name)?.state === state,
      );
      return statusOf(cluster, name);
    };
    return { fleet, evidence, askers, logger, statusOf, becomes };
  }

  /** A location that no other cluster sees. */
  function ownStorage(cluster: string): string {
    bed.objects.createBucket('own');
    bed.cluster(cluster).velero.api.storageLocations.create({
      metadata: { name: 'own' },
      spec: { provider: 'aws', objectStorage: { bucket: 'own' } } as any,
    });
    return 'own';
  }

  it('reads a finished backup once, and knows what it holds', async () => {
    bed.backup('one', 'daily', { includedNamespaces: ['ws-shop'] });
    const { fleet, evidence, becomes } = await replica({}, ['one']);
    await becomes('one', 'daily', 'read');

    const backup = fleet.tables.backups.get('one', 'daily')!;
    const id = evidence.idOf(backup)!;
    const [shop] = await evidence.store.namespaces([id], ['ws-shop']);
    const names = await evidence.store.names(shop.contents);
    expect(names?.get('v1/ConfigMap')).toContain('settings');
    expect(evidence.stateOf(backup)?.volumesRecorded).toBe(true);
    expect(evidence.backlog).toBe(0);
  });

  it('reads a backup that ends while the portal runs', async () => {
    const { becomes } = await replica();
    bed.backup('one', 'later', { includedNamespaces: ['ws-shop'] });
    expect(await becomes('one', 'later', 'read')).toMatchObject({
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      readAt: expect.any(String),
    });
  });

  it('leaves no download requests behind', async () => {
    bed.backup('one', 'daily');
    const { becomes } = await replica();
    await becomes('one', 'daily', 'read');
    const { downloadRequests } = bed.cluster('one').velero.api;
    await until('they are gone', () => downloadRequests.list().length === 0);
    expect(downloadRequests.list()).toEqual([]);
  });

  it('has nothing to read of a backup that failed', async () => {
    bed.backup('one', 'broken', { storageLocation: 'nowhere' });
    const { becomes } = await replica();
    expect(await becomes('one', 'broken', 'none')).toEqual({ state: 'none' });
  });

  it('reads the newest first', async () => {
    ['a', 'b', 'c'].forEach(name => bed.backup('one', name));
    const { evidence, becomes } = await replica({ atOnce: 1 });
    await becomes('one', 'a', 'read');
    const read = [...evidence.ledger.values()].sort(
      (x, y) => x.readAt! - y.readAt!,
    );
    expect(read.map(({ id }) => id.split('/')[1])).toEqual(['c', 'b', 'a']);
  });

  it('gives each cluster its turn, however much another has to read', async () => {
    ['a', 'b', 'c', 'd'].forEach(name => bed.backup('one', name));
    bed.backup('two', 'last-night', { storageLocation: ownStorage('two') });
    const { evidence, becomes } = await replica(
      { atOnce: 1 },
      ['one', 'two'],
      fleet => fleet.clusters.every(each => each.view().state === 'live'),
    );
    await becomes('one', 'a', 'read');
    const read = [...evidence.ledger.values()].sort(
      (x, y) => x.readAt! - y.readAt!,
    );
    const [first, second] = read.map(({ id }) => id.split('/'));
    expect([first, second].flat()).toContain('last-night');
  });

  it('reads on while people keep asking', async () => {
    const { askers, becomes } = await replica();
    const names = ['a', 'b', 'c'];
    names.forEach(name => bed.backup('one', name));
    const answered = askers.ask();
    const read = await Promise.all(
      names.map(name => becomes('one', name, 'read')),
    ).finally(answered);
    expect(read.map(status => status?.state)).toEqual(Array(3).fill('read'));
  });

  it('reads what two clusters see of one storage only once', async () => {
    bed.backup('one', 'daily', { includedNamespaces: ['ws-shop'] });
    const { becomes } = await replica();
    await becomes('one', 'daily', 'read');
    await becomes('two', 'daily', 'read');
    expect(await knex('evidence').select()).toHaveLength(1);
  });

  it.each([
    ['missing', { kind: 'missing' }],
    ['truncated', { kind: 'truncated' }],
    ['notGzip', { kind: 'notGzip' }],
    ['tooLarge', { kind: 'oversized', bytes: 4 * 1024 * 1024 }],
    ['slow', { kind: 'slow', ms: 60_000 }],
  ] as const)(
    'says that the evidence is unknown when a file is %s, and tries again',
    async (failure, fault) => {
      bed.backup('one', 'daily');
      bed.objects.faults.inject(bed.bucket, 'resource-list', fault);
      const { statusOf, becomes } = await replica({
        maxExpandedBytes: 1024 * 1024,
      });
      await becomes('one', 'daily', 'unknown');
      expect(statusOf('one', 'daily')).toMatchObject({
        failure,
        attempts: expect.any(Number),
        nextAttemptAt: expect.any(String),
        problem: {
          key: expect.stringMatching(/^file\./),
          message: expect.any(String),
        },
      });
      bed.objects.faults.clear();
      await becomes('one', 'daily', 'read');
    },
  );

  it.each([
    ['storageFailed', 'unavailable'],
    ['storageRefused', 'forbidden'],
  ] as const)('says %s when the bucket is %s', async (failure, fault) => {
    bed.backup('one', 'daily');
    bed.objects.faults.injectBucket(bed.bucket, fault);
    const { statusOf, becomes } = await replica();
    await becomes('one', 'daily', 'unknown');
    expect(statusOf('one', 'daily')).toMatchObject({ failure });
    bed.objects.faults.clear();
    await becomes('one', 'daily', 'read');
  });

  it('reads again what an older distiller read, after what nobody read, the newest first', async () => {
    for (const name of ['a', 'b', 'c']) {
      bed.backup('one', name);
    }
    const first = await replica({}, ['one']);
    for (const name of ['a', 'b', 'c']) {
      await first.becomes('one', name, 'read');
    }
    await first.evidence.stop();
    await knex('evidence')
      .whereIn('backup', ['b', 'c'])
      .update({ distiller: 0, digest: 'old', read_at: '2000' });
    // Left by somebody who did not get to it.
    await knex('evidence')
      .where('backup', 'a')
      .update({ state: 'waiting', read_at: null });
    await knex('evidence_namespaces')
      .whereLike('evidence_id', '%/a/%')
      .delete();

    const { statusOf } = await replica({ atOnce: 1 }, ['one']);
    const states = new Set<string | undefined>();
    await until('all are read', async () => {
      states.add(statusOf('one', 'c')?.state);
      return (await knex('evidence').where('distiller', 0)).length === 0;
    });
    expect(states).not.toContain('waiting');
    const rows = await knex('evidence').orderBy('read_at');
    expect(rows.map(({ backup }) => backup)).toEqual(['a', 'c', 'b']);
    expect(rows[1].digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('says that Velero does not sign while its server is down', async () => {
    bed.backup('one', 'daily');
    bed.cluster('one').velero.kill();
    const { statusOf, becomes } = await replica({ signingTimeout: '300ms' }, [
      'one',
    ]);
    await becomes('one', 'daily', 'unknown');
    expect(statusOf('one', 'daily')).toMatchObject({ failure: 'notSigned' });
    bed.cluster('one').velero.start();
    await becomes('one', 'daily', 'read');
  });

  it('reads through another cluster of the same bucket when the first cannot', async () => {
    bed.backup('one', 'daily');
    bed.clock.advance(120_000);
    bed.cluster('one').velero.kill();
    const { becomes } = await replica({ signingTimeout: '300ms' });
    expect(await becomes('one', 'daily', 'read')).toBeDefined();
  });

  it('leaves a cluster alone that refuses, and reads on when it answers', async () => {
    const { evidence, logger, statusOf, becomes } = await replica(
      { signingTimeout: '300ms', retryInitial: '2s' },
      ['one'],
      fleet => fleet.cluster('one')?.view().state === 'live',
    );
    const { faults } = bed.cluster('one').server;
    faults.tooManyRequests(1);
    const names = Array.from({ length: 8 }, (_, i) => `b${i}`);
    names.forEach(name => bed.backup('one', name));
    await until(
      'it is left alone',
      () => evidence.pausedClusters.length === 1 && evidence.inFlight === 0,
    );
    const states = names.map(name => statusOf('one', name)?.state);
    // Three, and one more that was under way.
    expect(states.filter(state => state === 'unknown').length).toBeLessThan(5);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/Backups of one .* until \d{4}-.*asks to wait/),
    );

    faults.tooManyRequests(0);
    for (const name of names) {
      await becomes('one', name, 'read');
    }
    expect(evidence.pausedClusters).toEqual([]);
  });

  it('reads other clusters’ backups while Velero stands still on one', async () => {
    const storageLocation = ownStorage('one');
    ['a', 'b', 'c', 'd', 'e'].forEach(name =>
      bed.backup('one', name, { storageLocation }),
    );
    bed.cluster('one').velero.kill();
    ['v', 'w', 'x', 'y', 'z'].forEach(name => bed.backup('two', name));
    const { evidence, statusOf, becomes } = await replica(
      { signingTimeout: '300ms', retryInitial: '1h', atOnce: 1 },
      ['one', 'two'],
      ({ tables: { backups } }) =>
        Boolean(backups.get('one', 'a') && backups.get('two', 'v')),
    );
    await becomes('two', 'v', 'read');
    await until(
      'one is left alone',
      () => evidence.pausedClusters[0] === 'one',
    );
    const states = ['e', 'd', 'c', 'b', 'a'].map(
      name => statusOf('one', name)?.state,
    );
    expect(states.sort()).toEqual([
      ...Array(3).fill('unknown'),
      ...Array(2).fill('waiting'),
    ]);
  });

  it('does not try what Velero cannot reach', async () => {
    bed.backup('one', 'daily');
    bed.objects.faults.injectBucket(bed.bucket, 'unavailable');
    bed.clock.advance(120_000);
    const { statusOf, becomes } = await replica({}, ['one']);
    await becomes('one', 'daily', 'unknown');
    expect(statusOf('one', 'daily')).toMatchObject({
      failure: 'storageUnavailable',
    });
  });

  it('never tells a signed address', async () => {
    bed.backup('one', 'daily');
    bed.objects.faults.inject(bed.bucket, '', { kind: 'notGzip' });
    const { statusOf, becomes } = await replica();
    await becomes('one', 'daily', 'unknown');
    const told = JSON.stringify([
      statusOf('one', 'daily'),
      await knex('evidence').select(),
    ]);
    expect(told).not.toMatch(/X-Amz|Signature/);
  });

  describe('with two replicas on one database', () => {
    it('shares the work: no backup is read twice', async () => {
      const names = Array.from({ length: 8 }, (_, i) => `b${i}`);
      names.forEach(name => bed.backup('one', name));
      const first = await replica({}, ['one']);
      const second = await replica({}, ['one']);
      for (const name of names) {
        await first.becomes('one', name, 'read');
        await second.becomes('one', name, 'read');
      }
      const attempts = await knex('evidence').select('attempts');
      expect(attempts).toEqual(Array(8).fill({ attempts: 1 }));
    });

    it('takes over from one that died, and takes nothing from its ghost', async () => {
      bed.backup('one', 'daily');
      const slow = { kind: 'slow', ms: 1500 } as const;
      bed.objects.faults.inject(bed.bucket, 'results', slow);
      const patient = { downloadTimeout: '20s' };
      const first = await replica(patient, ['one']);
      await until('it is being read', () => first.evidence.inFlight === 1);
      // As if so much time had passed that nobody believes in the first.
      await until(
        'it is held',
        async () =>
          (await knex('evidence').update({ held_until: '2000' })) === 1,
      );
      const second = await replica(patient, ['one']);
      await until('it is taken over', () => second.evidence.inFlight === 1);
      await until('the ghost is done', () => first.evidence.inFlight === 0);
      expect(await knex('evidence').first()).toMatchObject({
        state: 'waiting',
        attempts: 0,
      });
      await second.becomes('one', 'daily', 'read');
      expect(await knex('evidence').first()).toMatchObject({ attempts: 1 });
    });

    it('goes on at once with what a stopped replica was reading', async () => {
      bed.backup('one', 'daily');
      bed.objects.faults.inject(bed.bucket, 'results', {
        kind: 'slow',
        ms: 900,
      });
      const first = await replica({ downloadTimeout: '20s' }, ['one']);
      await until('it is being read', () => first.evidence.inFlight === 1);
      await first.evidence.stop();
      expect(await knex('evidence').select('holder', 'state')).toEqual([
        { holder: null, state: 'waiting' },
      ]);
      bed.objects.faults.clear();
      const second = await replica({}, ['one']);
      await second.becomes('one', 'daily', 'read');
    });
  });

  it('drops the evidence of a backup that is gone', async () => {
    bed.backup('one', 'daily');
    const { fleet, evidence, becomes } = await replica({}, ['one']);
    await becomes('one', 'daily', 'read');
    const { api } = bed.cluster('one').velero;
    api.deleteRequests.create({
      metadata: { name: 'delete-it' },
      spec: { backupName: 'daily' },
    });
    bed.clock.advance(120_000);
    await until(
      'the backup is gone',
      () => !fleet.tables.backups.get('one', 'daily'),
    );
    await evidence.sweep();
    expect(evidence.ledger.size).toBe(1);
    await evidence.sweep(Date.now() + 3_600_000);
    expect(evidence.ledger.size).toBe(0);
  });
});
