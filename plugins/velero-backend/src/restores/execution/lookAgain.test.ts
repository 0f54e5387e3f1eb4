import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrate } from '../../database/openDatabase';
import { AuditTrail } from '../audit';
import { ANA, HOUR } from '../store/__testUtils__/filing';
import { restoreManifest, restoreName } from './manifest';
import { Bench } from './__testUtils__/Bench';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('a restore', () => {
  let knex: Knex;
  let bench: Bench;

  beforeEach(async () => {
    knex = await databases.init('SQLITE_3');
    await migrate(knex);
    bench = new Bench(knex);
  });

  describe('that was begun, and whose cluster then fell silent', () => {
    /** The decision is taken; the Restore is not there. */
    const begun = async () => {
      bench.contentsOf.objects = ['settings', 'theme'].map(name => ({
        apiKind: 'v1/ConfigMap',
        namespace: 'ws-shop',
        name,
      }));
      const { gate } = await bench.approved();
      bench.cluster.createRestore = async () => {
        throw new Error('ECONNRESET');
      };
      await bench.replica().run();
      expect((await bench.state(gate.id))?.state).toBe('executing');
      delete (bench.cluster as Partial<typeof bench.cluster>).createRestore;
      return gate.id;
    };

    it('goes on when it is back', async () => {
      const id = await begun();
      await bench.replica().run();
      expect(bench.cluster.creations).toEqual([restoreName(id)]);
    });

    it.each<[string, () => void, RegExp]>([
      [
        'things changed meanwhile',
        () =>
          bench.cluster.namespaces.set('ws-shop', {
            uid: 'uid-2',
            workspace: 'shop',
            tenant: 'acme',
          }),
        /^it was not begun; .*made again/,
      ],
      [
        'somebody deleted the Restore, which had done a part',
        () => bench.cluster.objects.add('configmaps ws-shop/settings'),
        /^it was not begun; 1 objects that were to be created are there/,
      ],
      [
        'an approver lost the role meanwhile',
        () => bench.refs.delete(ANA),
        /^it was not begun; an approver no longer/,
      ],
      [
        'its time is over',
        () => bench.clock.advance(4 * HOUR),
        /^it was not begun; not executed before/,
      ],
    ])('is not carried out when %s', async (_, change, reason) => {
      const id = await begun();
      change();
      await bench.replica().run();
      expect(await bench.state(id)).toMatchObject({
        state: 'failed',
        endReason: expect.stringMatching(reason),
      });
      expect(bench.cluster.creations).toEqual([]);
      expect(await knex('restore_targets').select()).toEqual([]);
    });

    it('is followed when a replica that slept creates it while another looks', async () => {
      const id = await begun();
      const [name, request] = [restoreName(id), await bench.store.get(id)];
      bench.cluster.restores = async () => {
        bench.cluster.kept.set(name, {
          ...restoreManifest(request!),
          metadata: { ...restoreManifest(request!).metadata, uid: 'late' },
        });
        bench.cluster.objects.add('configmaps ws-shop/settings');
        return [];
      };
      await bench.replica().run();
      expect((await bench.state(id))?.state).toBe('executing');
      expect((await bench.executions.get(id))?.restoreUid).toBe('late');
    });

    it('is not carried out by a replica that slept until it was over', async () => {
      const { gate } = await bench.approved();
      let wake = () => {};
      const asleep = new Promise<void>(resolve => {
        wake = resolve;
      });
      const sleeper = bench
        .replica('sleeper', step => (step === 'checked' ? asleep : undefined))
        .run();
      while ((await bench.state(gate.id))?.state !== 'executing') {
        await new Promise(setImmediate);
      }
      bench.clock.advance(4 * HOUR);
      await bench.replica('successor').run();
      expect((await bench.state(gate.id))?.state).toBe('failed');
      wake();
      await sleeper;
      expect(bench.cluster.creations).toEqual([]);
    });
  });

  it('may not be what was approved when a ConfigMap changed while it waited', async () => {
    const { gate } = await bench.approved();
    await bench.replica().run();
    const name = restoreName(gate.id);
    bench.cluster.plugins.set('velero.io/change-image-name', [
      { name: 'images', data: { a: 'x,y' } },
    ]);
    bench.cluster.complete(name);
    await bench.replica().run();
    expect(await bench.state(gate.id)).toMatchObject({
      state: 'partiallyFailed',
      endReason:
        'what ran may not be what was approved; changeImageName ConfigMap images: was added; 1 created',
    });
    const { events } = await new AuditTrail(knex).newest({}, 0, 100);
    expect(events.find(({ type }) => type === 'storedDiffers')).toMatchObject({
      details: {
        reason: 'changeImageName ConfigMap images: was added',
        sentences: [
          {
            key: 'gate.configMapAdded',
            params: { role: 'changeImageName', name: 'images' },
          },
        ],
      },
    });
  });
});
