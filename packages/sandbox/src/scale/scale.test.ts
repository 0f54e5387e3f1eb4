import { Sandbox, startSandbox } from '../sandbox';

const NOW = new Date('2026-03-10T12:00:00Z');

describe('a fleet of the benchmark', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    await start();
  });
  afterAll(() => sandbox.close());

  async function start() {
    sandbox = await startSandbox({
      scale: { clusters: 3, backups: 200, objects: 300 },
      clock: { now: NOW, speed: 0 },
    });
  }

  const cluster = () => sandbox.clusters['scale-02'];

  it('has so many clusters with so many backups', () => {
    expect(Object.keys(sandbox.clusters)).toEqual([
      'scale-01',
      'scale-02',
      'scale-03',
    ]);
    const backups = cluster().velero!.api.backups.list();
    expect(backups).toHaveLength(200);
    const phases = new Set(backups.map(({ status }) => status?.phase));
    expect(phases).toContain('Completed');
    expect(new Set(backups.map(({ metadata }) => metadata.uid)).size).toBe(200);
  });

  it('has the files of each, made when they are asked for', async () => {
    const { api } = cluster().velero!;
    const [backup] = api.backups
      .list()
      .filter(({ status }) => status?.phase === 'Completed');
    sandbox.clock.advance(120_000);
    api.downloadRequests.create({
      metadata: { name: 'ask' },
      spec: {
        target: { kind: 'BackupResourceList', name: backup.metadata.name },
      },
    });
    sandbox.clock.advance(1_000);
    const url = api.downloadRequests.get('ask')?.status?.downloadURL;
    expect((await fetch(url!)).status).toBe(200);
  });

  it('lives: its backups stay, and a new one can be made', () => {
    const { api } = cluster().velero!;
    api.backups.create({
      metadata: { name: 'now' },
      spec: { includedNamespaces: ['ws-001'] },
    });
    sandbox.clock.advance(10 * 60_000);
    const { phase, progress } = api.backups.get('now')!.status!;
    expect(phase).toBe('Completed');
    expect(progress!.itemsBackedUp).toBeGreaterThan(300);
    expect(api.backups.list().length).toBeGreaterThanOrEqual(201);
  });
});
