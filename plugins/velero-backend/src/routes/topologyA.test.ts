import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually, startVeleroBackend, TestCluster } from '../__testUtils__';

const MANIFEST = JSON.stringify({
  disasterRecovery: false,
  topology: 'A',
  backups: [
    {
      name: 'appgear-20261124T020000Z',
      disasterRecovery: false,
      startedAt: '2026-11-24T02:00:00Z',
      finishedAt: '2026-11-24T02:01:00Z',
      files: [],
    },
  ],
});

describe('GET /topology-a', () => {
  let folder: string;
  let file: string;
  let cluster: TestCluster;
  let backend: Awaited<ReturnType<typeof startVeleroBackend>>;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'topology-a-route-'));
    file = path.join(folder, 'manifest.json');
    await writeFile(file, MANIFEST);
    cluster = await TestCluster.start({ name: 'prod' });
    cluster.createWorkspace('checkout');
    backend = await startVeleroBackend({
      clusters: [cluster],
      groups: ['group:default/team-checkout'],
      config: {
        topologyA: {
          hosts: [{ name: 'demo', manifest: file }],
        },
      },
    });
    await backend.untilLive();
  });
  afterAll(async () => {
    await backend.stop();
    await cluster.close();
    await rm(folder, { recursive: true });
  });

  it('says what the manifest said', async () => {
    await eventually(async () => {
      const { body } = await backend.get('/topology-a').expect(200);
      expect(body).toMatchObject([
        { name: 'demo', disasterRecovery: false, total: 1 },
      ]);
    });
  });

  it('is for everybody who may see the overview, and for nobody else', async () => {
    const statusFor = async (person: 'developer' | 'nobody') =>
      (await backend.get('/topology-a', person)).status;
    expect(await statusFor('developer')).toBe(200);
    expect(await statusFor('nobody')).toBe(403);
  });
});
