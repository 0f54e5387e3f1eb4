import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrate } from '../../database/openDatabase';
import { AuditTrail, verifyTrail } from '../audit';
import { pageOutcome, Outbox } from '../store';
import { HOUR, OTTO, traceOf } from '../store/__testUtils__/filing';
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
      endReason: '1 created; 1 skipped',
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

    it('does not take up its own twin that was there before the approval', async () => {
      const { gate } = await bench.approved();
      const name = restoreName(gate.id);
      bench.outOfBand.add('early');
      bench.cluster.kept.set(name, {
        apiVersion: 'velero.io/v1',
        kind: 'Restore',
        metadata: {
          name,
          uid: 'early',
          annotations: {
            'velero.appgear.io/restore-request': gate.id,
            'velero.appgear.io/approved-digest': gate.digest,
          },
        },
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
        endReason: 'Completed, but nothing changed; 1 skipped',
      });
    });

    it('failed in part when Completed left an object that was to be created', async () => {
      const { id, name } = await executing();
      bench.cluster.complete(name, ['ws-shop/settings(failed)']);
      await bench.replica().run();
      expect(await bench.state(id)).toMatchObject({
        state: 'partiallyFailed',
        endReason: 'Completed, but nothing changed; 1 failed',
      });
    });

    it('succeeded when Completed left what was approved to be left', async () => {
      bench.cluster.objects.add('configmaps ws-shop/theme');
      bench.contentsOf.objects = [
        ...bench.contentsOf.objects,
        { apiKind: 'v1/ConfigMap', namespace: 'ws-shop', name: 'theme' },
      ];
      const { id, name } = await executing();
      bench.cluster.complete(name, [
        'ws-shop/settings(created)',
        'ws-shop/theme(failed)',
      ]);
      await bench.replica().run();
      expect(await bench.state(id)).toMatchObject({
        state: 'succeeded',
        endReason: '1 created; 1 skipped',
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

  it('reports one whose cluster fell silent, and goes on when it is back', async () => {
    const { id, name } = await executing();
    bench.cluster.down = new Error('ECONNREFUSED');
    bench.clock.advance(31 * 60_000);
    await bench.replica().run();
    await bench.replica().run();
    const types = await auditTypes();
    expect(types.filter(type => type === 'stuck')).toHaveLength(1);
    expect((await bench.state(id))?.state).toBe('executing');
    bench.cluster.down = undefined;
    bench.cluster.complete(name);
    await bench.replica().run();
    expect((await bench.state(id))?.state).toBe('succeeded');
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
      {
        type: 'cancel',
        by: { kind: 'user', ref: OTTO },
        reason: { message: 'no' },
      },
      traceOf(OTTO),
    );
    await bench.replica().run();
    expect(bench.cluster.creations).toEqual([]);
    expect((await bench.state(gate.id))?.state).toBe('cancelled');
  });
});
