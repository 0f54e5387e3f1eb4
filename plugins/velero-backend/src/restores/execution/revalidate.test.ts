import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrate } from '../../database/openDatabase';
import { ANA, HOUR, OTTO } from '../store/__testUtils__/filing';
import { restoreName } from './manifest';
import { Bench } from './__testUtils__/Bench';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('an approved restore', () => {
  let knex: Knex;
  let bench: Bench;

  beforeEach(async () => {
    knex = await databases.init('SQLITE_3');
    await migrate(knex);
    bench = new Bench(knex);
  });

  /** Approved, started, and its Restore created. */
  const executing = async () => {
    const { gate } = await bench.approved();
    await bench.replica().run();
    expect((await bench.state(gate.id))?.state).toBe('executing');
    return { id: gate.id, name: restoreName(gate.id), digest: gate.digest };
  };

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

    it('when objects are gone that were to be left, but for what comes and goes', async () => {
      bench.contentsOf.objects = [
        { apiKind: 'v1/ConfigMap', namespace: 'ws-shop', name: 'settings' },
        { apiKind: 'v1/ConfigMap', namespace: 'ws-shop', name: 'theme' },
        {
          apiKind: 'v1/ConfigMap',
          namespace: 'ws-shop',
          name: 'kube-root-ca.crt',
        },
      ];
      bench.cluster.objects.add('configmaps ws-shop/theme');
      bench.cluster.objects.add('configmaps ws-shop/kube-root-ca.crt');
      const { gate } = await bench.approved();
      bench.cluster.objects.clear();
      await bench.replica().run();
      expect(await bench.state(gate.id)).toMatchObject({
        state: 'invalidated',
        endReason: expect.stringMatching(
          /^1 objects would be created that were there.*configmaps ws-shop\/theme$/,
        ),
      });
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
});
