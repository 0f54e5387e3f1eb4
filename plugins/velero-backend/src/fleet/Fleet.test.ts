import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { readVeleroConfig } from '../config';
import {
  eventually,
  impatientFleet,
  TestCluster,
  TestClusterOptions,
} from '../__testUtils__';
import { Fleet } from './Fleet';

describe('Fleet', () => {
  const clusters: TestCluster[] = [];
  let fleet: Fleet | undefined;

  afterEach(async () => {
    fleet?.stop();
    await Promise.all(clusters.splice(0).map(cluster => cluster.close()));
  });

  async function startCluster(
    options: Partial<TestClusterOptions> = {},
  ): Promise<TestCluster> {
    const cluster = await TestCluster.start({ name: 'prod', ...options });
    clusters.push(cluster);
    return cluster;
  }

  function startFleet(...entries: object[]): Fleet {
    const config = readVeleroConfig(
      new ConfigReader({
        velero: {
          clusters: [...clusters.map(({ config: own }) => own), ...entries],
          fleet: { ...impatientFleet, pageSize: 5 },
        },
      }),
    );
    fleet = new Fleet(config, mockServices.logger.mock());
    fleet.start();
    return fleet;
  }

  const view = (name = 'prod') => fleet!.cluster(name)!.view();

  const live = (name?: string) =>
    eventually(() => expect(view(name)).toMatchObject({ state: 'live' }));

  const backupNames = () =>
    [...fleet!.tables.backups].map(({ name }) => name).sort();

  it('lists once, and then follows what happens', async () => {
    const cluster = await startCluster();
    cluster.createBackup('b1');
    startFleet();
    await live();
    expect(backupNames()).toEqual(['b1']);
    expect(view()).toMatchObject({
      velero: 'installed',
      asOf: undefined,
      problems: [],
      identity: { kubernetesVersion: expect.stringMatching(/^v1\./) },
    });

    cluster.createBackup('b2', { status: { phase: 'InProgress' } });
    await eventually(() => expect(backupNames()).toEqual(['b1', 'b2']));
    cluster.store.modify(
      cluster.store.resourceType('backups', 'velero.io')!,
      'b2',
      'velero',
      backup => {
        backup.status.phase = 'Failed';
      },
    );
    await eventually(() =>
      expect(fleet!.tables.backups.get('prod', 'b2')?.phase).toBe('Failed'),
    );
    cluster.deleteBackup('b1');
    await eventually(() => expect(backupNames()).toEqual(['b2']));
    expect(cluster.lists()).toBe(1);
  });

  it('goes on after dropped watches without listing again', async () => {
    const cluster = await startCluster();
    startFleet();
    await live();
    for (let i = 0; i < 3; i++) {
      cluster.server.faults.dropWatches();
      cluster.createBackup(`dropped-${i}`);
      await eventually(() => expect(backupNames()).toContain(`dropped-${i}`));
      cluster.server.faults.resetConnections();
      cluster.createBackup(`reset-${i}`);
      await eventually(() => expect(backupNames()).toContain(`reset-${i}`));
    }
    await live();
    expect(cluster.lists()).toBe(1);
  });

  it('lists again when the server has forgotten where the watch was', async () => {
    const cluster = await startCluster();
    cluster.createBackup('old');
    startFleet();
    await live();
    await cluster.server.faults.down(true);
    await eventually(() => expect(view().state).toBe('stale'));
    cluster.deleteBackup('old');
    const created = Array.from({ length: 12 }, (_, i) => `new-${i}`).sort();
    created.forEach(name => cluster.createBackup(name));
    cluster.server.faults.expireVersions();
    await cluster.server.faults.down(false);
    await eventually(() => expect(backupNames()).toEqual(created));
    await live();
    // Three pages of five, as the newest are not to be had at once.
    expect(cluster.lists()).toBe(1 + 3);
  });

  it('keeps the rows of a cluster that is down, and the others live', async () => {
    const prod = await startCluster();
    const other = await startCluster({ name: 'other' });
    prod.createBackup('b1');
    startFleet();
    await Promise.all([live('prod'), live('other')]);
    const before = Date.now();
    await prod.server.faults.down(true);
    await eventually(() => expect(view().state).toBe('stale'));
    expect(view().asOf).toBeLessThanOrEqual(Date.now());
    expect(view().asOf).toBeGreaterThan(before - 5_000);
    expect(view().problems[0].message).toMatch(
      /Nothing accepts connections|closed the connection/,
    );
    expect(fleet!.tables.backups.get('prod', 'b1')).toBeDefined();
    expect(view('other').state).toBe('live');

    other.createBackup('b2');
    await eventually(() => expect(backupNames()).toContain('b2'));
    await prod.server.faults.down(false);
    await live('prod');
    expect(view().problems).toEqual([]);
    expect(prod.lists()).toBe(1);
  });

  it('notices a cluster that accepts connections and says nothing', async () => {
    const cluster = await startCluster();
    startFleet();
    await live();
    cluster.server.faults.halfOpen(true);
    await eventually(() => expect(view().state).toBe('stale'));
    expect(view().problems[0].message).toMatch(/does not answer/);
    cluster.server.faults.halfOpen(false);
    cluster.createBackup('after');
    await eventually(() => expect(backupNames()).toEqual(['after']));
    await live();
    expect(cluster.lists()).toBe(1);
  });

  it('calls a cluster that never answered unreachable, and reads it when it comes', async () => {
    const cluster = await startCluster();
    await cluster.server.faults.down(true);
    startFleet();
    await eventually(() => expect(view().state).toBe('unreachable'));
    expect(view()).toMatchObject({ velero: 'unknown', asOf: undefined });
    await cluster.server.faults.down(false);
    await live();
  });

  it('waits when the server is overloaded', async () => {
    const cluster = await startCluster();
    cluster.createBackup('b1');
    cluster.server.faults.tooManyRequests(1);
    startFleet();
    await eventually(() =>
      expect(view().problems[0]?.message).toMatch(/overloaded/),
    );
    cluster.server.faults.tooManyRequests(0);
    await live();
    expect(backupNames()).toEqual(['b1']);
  });

  it('says what an identity without rights lacks, and reads once it has them', async () => {
    const cluster = await startCluster({ granted: false });
    cluster.createBackup('b1');
    startFleet();
    await eventually(() => expect(view().velero).toBe('forbidden'));
    await eventually(() =>
      expect(view().problems).toMatchObject([
        {
          key: 'cluster.missingRights',
          message: expect.stringMatching(
            /may not list namespaces, .*list backups.velero.io\.$/,
          ),
          hint: expect.stringContaining('deploy/rbac.yaml'),
        },
      ]),
    );
    cluster.grant();
    await eventually(() =>
      expect(view()).toMatchObject({ velero: 'installed', problems: [] }),
    );
    await live();
    expect(backupNames()).toEqual(['b1']);
  });

  it('tells a cluster without Velero from one without backups, and notices the installation', async () => {
    const bare = await startCluster({ name: 'bare', installed: false });
    await startCluster({ name: 'empty' });
    startFleet();
    await Promise.all([live('bare'), live('empty')]);
    expect(view('bare')).toMatchObject({
      velero: 'notInstalled',
      problems: [{ message: expect.stringMatching(/not installed/) }],
    });
    expect(view('empty')).toMatchObject({ velero: 'installed', problems: [] });

    const { port } = new URL(bare.server.url);
    await bare.server.close();
    clusters.splice(clusters.indexOf(bare), 1);
    const installed = await startCluster({ name: 'bare', port: Number(port) });
    installed.createBackup('first');
    // The same address has another authority and another cluster now.
    bare.writeAuthority(installed.server.certificateAuthority);
    await eventually(() => expect(view('bare').velero).toBe('installed'));
    await eventually(() => expect(backupNames()).toEqual(['first']));
    await live('bare');
  });

  it.each([
    ['foreign', /not signed by the configured authority/],
    ['expired', /has expired/],
  ] as const)('names a %s certificate', async (fault, message) => {
    const cluster = await startCluster();
    startFleet();
    await live();
    await cluster.server.faults.certificate(fault);
    await eventually(() =>
      expect(view().problems[0]?.message).toMatch(message),
    );
    expect(view().state).toBe('stale');
    await cluster.server.faults.certificate('none');
    await live();
    expect(cluster.lists()).toBe(1);
  });

  it('reads files that are wrong again, without stopping others', async () => {
    const cluster = await startCluster();
    const good = await startCluster({ name: 'good' });
    cluster.writeAuthority('not a certificate');
    startFleet({ ...good.config, name: 'gone', tokenFile: '/nowhere/token' });
    await live('good');
    await eventually(() =>
      expect(view().problems[0]?.message).toMatch(/PEM|not signed/),
    );
    await eventually(() =>
      expect(view('gone').problems[0]?.message).toMatch(
        '/nowhere/token cannot be read: ENOENT',
      ),
    );
    cluster.writeAuthority(cluster.server.certificateAuthority);
    await live();
  });

  it('takes up a new token', async () => {
    const cluster = await startCluster();
    cluster.writeToken('wrong-token');
    startFleet();
    await eventually(() =>
      expect(view().problems[0]?.message).toMatch(
        /does not accept the credentials/,
      ),
    );
    cluster.writeToken('next-token');
    await live();
  });

  it('needs all that deploy/rbac.yaml grants for reading, and nothing more', async () => {
    const cluster = await startCluster({
      watchTimes: { bookmarkEveryMs: 100 },
    });
    startFleet();
    await live();
    const made = cluster.server.requests.entries();
    expect(made.filter(({ code }) => code === 403)).toEqual([]);
    const used = new Set(
      made.map(({ verb, resource }) => `${verb} ${resource}`),
    );
    for (const kind of [
      'backups.velero.io',
      'backupstoragelocations.velero.io',
      'deletebackuprequests.velero.io',
      'restores.velero.io',
      'schedules.velero.io',
      'volumesnapshotlocations.velero.io',
      'namespaces',
    ]) {
      expect(used).toContain(`list ${kind}`);
      expect(used).toContain(`watch ${kind}`);
    }
    expect(used).toContain('get namespaces');
    expect(used).toContain('get deployments.apps');
  });
});
