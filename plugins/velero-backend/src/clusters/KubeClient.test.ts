import { TestCluster } from '../__testUtils__';
import { clusterSchema } from '../config/clusters';
import { fleetSchema } from '../config/fleet';
import { createKubeClients } from './createKubeClients';
import { explainFailure } from './explainFailure';
import { KubeClient } from './KubeClient';

const VELERO = '/apis/velero.io/v1/namespaces/velero';
const BACKUPS = `${VELERO}/backups`;
const DOWNLOADS = `${VELERO}/downloadrequests`;

describe('KubeClient', () => {
  let cluster: TestCluster;
  let client: KubeClient;

  beforeEach(async () => {
    cluster = await TestCluster.start({ name: 'prod' });
    const clients = createKubeClients(
      [clusterSchema.parse(cluster.config)],
      fleetSchema.parse({ requestTimeout: '300ms' }),
    );
    client = clients.get('prod')!;
  });

  afterEach(async () => {
    client.close();
    await cluster.close();
  });

  const failureOf = (path: string) =>
    client.json({ path }).then(
      () => undefined,
      error => ({ error, problem: explainFailure(error) }),
    );

  it('reads over one connection, however many requests there are', async () => {
    cluster.createBackup('b1');
    for (let i = 0; i < 5; i++) {
      expect(await client.json({ path: BACKUPS })).toMatchObject({
        items: [{ metadata: { name: 'b1' } }],
      });
    }
    expect(cluster.server.openConnections).toBe(1);
  });

  it('writes, and reads the query', async () => {
    await client.json({
      method: 'POST',
      path: DOWNLOADS,
      body: {
        apiVersion: 'velero.io/v1',
        kind: 'DownloadRequest',
        metadata: { name: 'd1' },
        spec: { target: { kind: 'BackupLog', name: 'b1' } },
      },
    });
    expect(await client.json({ path: `${DOWNLOADS}/d1` })).toMatchObject({
      spec: { target: { name: 'b1' } },
    });
  });

  it('says what the server said, and how long to wait', async () => {
    const missing = await failureOf(`${DOWNLOADS}/none`);
    expect(missing?.error).toMatchObject({ status: 404, reason: 'NotFound' });

    const nodes = await failureOf('/api/v1/nodes');
    expect(nodes?.error).toMatchObject({ status: 403, reason: 'Forbidden' });
    expect(nodes?.problem).toMatchObject({
      message: expect.stringContaining('cannot list resource "nodes"'),
      hint: expect.stringContaining('deploy/rbac.yaml'),
    });

    cluster.server.faults.tooManyRequests(1);
    const busy = await failureOf(BACKUPS);
    expect(busy?.error).toMatchObject({ status: 429, retryAfterMs: 1000 });
  });

  it('takes up a token that was replaced, within the request', async () => {
    await client.json({ path: BACKUPS });
    cluster.writeToken('wrong-token');
    client.reload();
    expect((await failureOf(BACKUPS))?.error).toMatchObject({ status: 401 });
    cluster.writeToken('next-token');
    await expect(client.json({ path: BACKUPS })).resolves.toBeDefined();
  });

  it('gives up on a server that says nothing', async () => {
    cluster.server.faults.halfOpen(true);
    const silent = await failureOf(BACKUPS);
    expect(silent?.problem.message).toMatch(/does not answer/);
  });

  it('stops when it is told to', async () => {
    cluster.server.faults.latency(200);
    const stop = new AbortController();
    const reading = client.json({ path: BACKUPS, signal: stop.signal });
    stop.abort();
    await expect(reading).rejects.toThrow(/abort/i);
  });
});
