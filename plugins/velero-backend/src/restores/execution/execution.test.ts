import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrate } from '../../database/openDatabase';
import { AuditTrail, verifyTrail } from '../audit';
import { pageOutcome, Outbox } from '../store';
import { ANA, HOUR, OTTO, traceOf } from '../store/__testUtils__/filing';
import { restoreName } from './manifest';
import { RestoreRefusedError } from './RestoreCluster';
import { Bench, LEASE_MS } from './__testUtils__/Bench';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('execution', () => {
  let knex: Knex;
  let bench: Bench;

  beforeEach(async () => {
    knex = await databases.init('SQLITE_3');
    await migrate(knex);
    bench = new Bench(knex);
  });

  const auditTypes = async () => {
    const { events } = await new AuditTrail(knex).newest({}, 0, 100);
    return events.reverse().map(event => event.type);
  };

  /** Approved, started, and its Restore created. */
  const executing = async () => {
    const { gate } = await bench.approved();
    await bench.replica().run();
    expect((await bench.state(gate.id))?.state).toBe('executing');
    return { id: gate.id, name: restoreName(gate.id), digest: gate.digest };
  };

  it('creates the Restore that was approved, and follows it to its end', async () => {
    const { id, name, digest } = await executing();
    expect(bench.cluster.kept.get(name)).toMatchObject({
      metadata: {
        namespace: 'velero',
        annotations: {
          'velero.appgear.io/restore-request': id,
          'velero.appgear.io/approved-digest': digest,
          'velero.appgear.io/requester': OTTO,
        },
      },
      spec: { backupName: 'daily-1', includedNamespaces: ['ws-shop'] },
    });

    bench.cluster.complete(name, [
      'ws-shop/settings(created)',
      'ws-shop/other(skipped)',
    ]);
    await bench.replica().run();
    expect(await bench.state(id)).toMatchObject({
      state: 'succeeded',
      endReason: '1 created, 1 skipped',
    });
    const page = { offset: 0, limit: 10 };
    expect(await pageOutcome(knex, id, {}, page)).toEqual({
      total: 2,
      items: [
        {
          apiKind: 'v1/ConfigMap',
          namespace: 'ws-shop',
          name: 'other',
          result: 'skipped',
        },
        {
          apiKind: 'v1/ConfigMap',
          namespace: 'ws-shop',
          name: 'settings',
          result: 'created',
        },
      ],
    });
    expect(await auditTypes()).toEqual([
      'filed',
      'voted',
      'approved',
      'executionStarted',
      'restoreCreated',
      'succeeded',
    ]);
    expect(await verifyTrail(new AuditTrail(knex))).toMatchObject({ ok: true });
  });

  it("lets Velero's own changes of the spec pass", async () => {
    const { id, name } = await executing();
    const restore = bench.cluster.kept.get(name)!;
    bench.cluster.kept.set(name, {
      ...restore,
      spec: {
        ...restore.spec,
        scheduleName: 'daily',
        excludedResources: ['nodes', 'events'],
        itemOperationTimeout: '4h0m0s',
      },
    });
    bench.cluster.complete(name);
    await bench.replica().run();
    expect((await bench.state(id))?.state).toBe('succeeded');
  });

  describe('is called off', () => {
    type Change = (bench: Bench, requestId: string) => unknown;
    it.each<[string, Change, RegExp]>([
      [
        'when the backup is gone',
        ({ cluster }) => cluster.backups.clear(),
        /has no backup daily-1/,
      ],
      [
        'when the backup holds something else',
        b => (b.contentsOf = { ...b.contentsOf, digest: 'other' }),
        /contentsDigest was "c0ffee", is "other"/,
      ],
      [
        'when the backup is being deleted',
        ({ cluster }) =>
          (cluster.backups.get('daily-1')!.status!.phase = 'Deleting'),
        /is Deleting/,
      ],
      [
        'when the backup expired',
        ({ cluster }) =>
          (cluster.backups.get('daily-1')!.status!.expiration =
            '2026-03-01T10:00:00Z'),
        /expired at/,
      ],
      [
        'when the location is unavailable',
        ({ cluster }) =>
          (cluster.locations.get('default')!.status!.phase = 'Unavailable'),
        /storage location default is Unavailable/,
      ],
      [
        'when the location is another bucket',
        ({ cluster }) =>
          (cluster.locations.get('default')!.spec!.objectStorage!.bucket =
            'evil'),
        /bucket was "dr", is "evil"/,
      ],
      [
        'when the namespace was made again',
        ({ cluster }) =>
          cluster.namespaces.set('ws-shop', {
            uid: 'uid-2',
            workspace: 'shop',
            tenant: 'acme',
          }),
        /was deleted and made again/,
      ],
      [
        'when the namespace changed hands',
        ({ cluster }) =>
          cluster.namespaces.set('ws-shop', {
            uid: 'uid-shop',
            workspace: 'shop',
            tenant: 'bank',
          }),
        /tenant was "acme", is "bank"/,
      ],
      [
        'when a ConfigMap now changes images',
        ({ cluster }) =>
          cluster.plugins.set('velero.io/change-image-name', [
            { name: 'images', data: { a: 'x,y' } },
          ]),
        /changeImageName ConfigMap images: was added/,
      ],
      [
        'when Velero was updated',
        ({ cluster }) => (cluster.version = 'v1.19.0'),
        /veleroVersion/,
      ],
      [
        "when the gate's configuration changed",
        b => (b.policyDigest = 'p1'),
        /configuration changed/,
      ],
      [
        'when the policy asks for more',
        b => (b.policy.rules[0].require[0].count = 2),
        /asks for 2 of group:default\/appgear-dr-approvers/,
      ],
      [
        'when the policy refuses by now',
        b => (b.policy.rules[0].refuse = 'freeze week'),
        /freeze week/,
      ],
      [
        'when nothing would be restored any more',
        ({ cluster }) => cluster.objects.add('configmaps ws-shop/settings'),
        /nothing would be restored/,
      ],
      [
        'when another restore runs there',
        ({ cluster }) =>
          cluster.kept.set('other', {
            apiVersion: 'velero.io/v1',
            kind: 'Restore',
            metadata: { name: 'other' },
            spec: { backupName: 'x', includedNamespaces: ['ws-shop'] },
            status: { phase: 'InProgress' },
          }),
        /restore other is running/,
      ],
      [
        'when the requester left a group',
        b => b.refs.set(OTTO, new Set([OTTO])),
        /may no longer request/,
      ],
      [
        'when the requester is gone',
        b => b.refs.delete(OTTO),
        /may no longer request/,
      ],
      [
        'when the approver left the group',
        b => b.refs.set(ANA, new Set([ANA])),
        /no longer holds the role/,
      ],
    ])('%s', async (_, change, reason) => {
      const { gate } = await bench.approved();
      await change(bench, gate.id);
      await bench.replica().run();
      expect(await bench.state(gate.id)).toMatchObject({
        state: 'invalidated',
        endReason: expect.stringMatching(reason),
      });
      expect(bench.cluster.creations).toEqual([]);
    });

    it('when living objects would be patched that were not there', async () => {
      bench.contentsOf.objects = [
        { apiKind: 'v1/ConfigMap', namespace: 'ws-shop', name: 'settings' },
        { apiKind: 'v1/ConfigMap', namespace: 'ws-shop', name: 'more' },
      ];
      const { gate } = await bench.approved({
        existingResourcePolicy: 'update',
      });
      bench.cluster.objects.add('configmaps ws-shop/more');
      await bench.replica().run();
      expect((await bench.state(gate.id))?.endReason).toMatch(
        /1 living objects would be patched .*configmaps ws-shop\/more/,
      );
    });

    it('when another request holds the target', async () => {
      const first = await executing();
      // Its Restore is not seen in the list: what holds is the database.
      bench.cluster.restores = async () => [];
      const { gate } = await bench.approved();
      await bench.replica().run();
      expect((await bench.state(gate.id))?.endReason).toMatch(
        `restore request ${first.id} holds the target`,
      );
      bench.cluster.complete(first.name);
      await bench.replica().run();
      const third = await bench.approved();
      await bench.replica().run();
      expect((await bench.state(third.gate.id))?.state).toBe('executing');
    });

    it('by a clock when the cluster does not answer in time', async () => {
      const { gate } = await bench.approved();
      bench.cluster.down = new Error('ECONNREFUSED');
      await bench.replica().run();
      expect((await bench.state(gate.id))?.state).toBe('approved');
      bench.clock.advance(4 * HOUR);
      await bench.replica().run();
      expect((await bench.state(gate.id))?.state).toBe('expired');
      expect(bench.cluster.creations).toEqual([]);
    });
  });

  describe('of what the cluster makes of it', () => {
    it('is refused before it is created when admission changes it', async () => {
      bench.cluster.admission = restore => ({
        ...restore,
        spec: { ...restore.spec, existingResourcePolicy: 'update' },
      });
      const { gate } = await bench.approved();
      await bench.replica().run();
      expect(await bench.state(gate.id)).toMatchObject({
        state: 'failed',
        endReason: expect.stringMatching(
          /existingResourcePolicy.*nothing was created/,
        ),
      });
      expect(bench.cluster.creations).toEqual([]);
    });

    it('fails when the cluster refuses it', async () => {
      bench.cluster.createRestore = async () => {
        throw new RestoreRefusedError('restores is forbidden');
      };
      const { gate } = await bench.approved();
      await bench.replica().run();
      expect(await bench.state(gate.id)).toMatchObject({
        state: 'failed',
        endReason: 'restores is forbidden',
      });
    });

    it('fails, loudly, when the Restore is changed while it runs', async () => {
      const { id, name } = await executing();
      const restore = bench.cluster.kept.get(name)!;
      restore.spec = { ...restore.spec, includedNamespaces: ['ws-other'] };
      bench.cluster.complete(name);
      await bench.replica().run();
      expect(await bench.state(id)).toMatchObject({
        state: 'failed',
        endReason: expect.stringMatching(
          /not what was approved \(includedNamespaces\)/,
        ),
      });
      expect(await auditTypes()).toContain('storedDiffers');
    });

    it('does not take up a Restore of that name that is not its own', async () => {
      const { gate } = await bench.approved();
      const name = restoreName(gate.id);
      bench.cluster.kept.set(name, {
        apiVersion: 'velero.io/v1',
        kind: 'Restore',
        metadata: { name, uid: 'u' },
        spec: { backupName: 'daily-1', includedNamespaces: ['ws-shop'] },
        status: { phase: 'Completed' },
      });
      await bench.replica().run();
      expect(await bench.state(gate.id)).toMatchObject({
        state: 'failed',
        endReason: expect.stringMatching(/did not create/),
      });
    });

    it('never makes one again that was deleted', async () => {
      const { id, name } = await executing();
      bench.cluster.kept.delete(name);
      await bench.replica().run();
      expect(await bench.state(id)).toMatchObject({
        state: 'failed',
        endReason: expect.stringMatching(/was deleted before it ended/),
      });
      expect(bench.cluster.creations).toEqual([name]);
    });
  });

  describe('that ends', () => {
    it('says so when nothing changed', async () => {
      const { id, name } = await executing();
      bench.cluster.complete(name, ['ws-shop/settings(skipped)']);
      await bench.replica().run();
      expect(await bench.state(id)).toMatchObject({
        state: 'succeeded',
        endReason: 'Completed, but nothing changed: 1 skipped',
      });
    });

    it.each([
      [
        'Failed',
        { failureReason: 'server restarted' },
        'failed',
        'server restarted',
      ],
      [
        'FailedValidation',
        { validationErrors: ['no backup'] },
        'failed',
        'Velero refused it: no backup',
      ],
      [
        'PartiallyFailed',
        { errors: 2 },
        'partiallyFailed',
        '2 errors; 1 created',
      ],
    ] as const)('as %s', async (phase, status, state, endReason) => {
      const { id, name } = await executing();
      bench.cluster.complete(name);
      bench.cluster.velero(name, { phase, ...status } as never);
      await bench.replica().run();
      expect(await bench.state(id)).toMatchObject({ state, endReason });
    });

    it('waits for its files, and claims nothing without them', async () => {
      const { id, name } = await executing();
      bench.cluster.complete(name);
      bench.cluster.files.delete(name);
      bench.clock.advance(HOUR + 5 * 60_000);
      await bench.replica().run();
      expect((await bench.state(id))?.state).toBe('executing');
      bench.clock.advance(6 * 60_000);
      await bench.replica().run();
      expect(await bench.state(id)).toMatchObject({
        state: 'partiallyFailed',
        endReason: expect.stringMatching(/nothing is proven/),
      });
    });
  });

  it('reports one that does not move, once, and takes it back when it does', async () => {
    const { id, name } = await executing();
    const look = async (minutes: number) => {
      bench.clock.advance(minutes * 60_000);
      await bench.replica().run();
      return (await bench.executions.get(id))?.stuckSince;
    };
    expect(await look(29)).toBeUndefined();
    expect(await look(2)).toBeDefined();
    expect(await look(60)).toBeDefined();
    const types = await auditTypes();
    expect(types.filter(type => type === 'stuck')).toHaveLength(1);
    const told = await new Outbox(knex, bench.clock).claim(50);
    expect(told.filter(({ kind }) => kind === 'stuck')).toHaveLength(1);

    bench.cluster.velero(name, { phase: 'InProgress' });
    expect(await look(1)).toBeUndefined();
    expect(await look(31)).toBeDefined();
    expect((await bench.state(id))?.state).toBe('executing');
  });

  it('expires what nobody approved', async () => {
    const { gate } = await bench.file();
    bench.clock.advance(24 * HOUR);
    await bench.replica().run();
    expect((await bench.state(gate.id))?.state).toBe('expired');
  });

  it('waits while another replica has it', async () => {
    const { gate } = await bench.approved();
    await bench.executions.claim('other', LEASE_MS, 10);
    await bench.replica().run();
    expect((await bench.state(gate.id))?.state).toBe('approved');
    bench.clock.advance(LEASE_MS + 1);
    await bench.replica().run();
    expect((await bench.state(gate.id))?.state).toBe('executing');
  });

  it('is not begun for what was vetoed in the last moment', async () => {
    const { gate } = await bench.approved();
    bench.refs.set('user:default/vera', new Set(['user:default/vera']));
    await bench.store.change(
      gate.id,
      { type: 'cancel', by: { kind: 'user', ref: OTTO }, reason: 'no' },
      traceOf(OTTO),
    );
    await bench.replica().run();
    expect(bench.cluster.creations).toEqual([]);
    expect((await bench.state(gate.id))?.state).toBe('cancelled');
  });
});
