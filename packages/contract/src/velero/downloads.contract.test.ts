import { uniqueName } from '../world/world';
import { PATIENCE_MS, VeleroCluster } from './VeleroCluster';
import { openVeleroWorld, VeleroWorld } from './veleroWorld';

jest.setTimeout(PATIENCE_MS);

describe('Velero: download requests', () => {
  let world: VeleroWorld;
  let cluster: VeleroCluster;
  const backup = uniqueName('backup');

  beforeAll(async () => {
    world = await openVeleroWorld();
    cluster = world.one;
    const namespace = uniqueName('ws');
    await cluster.namespace(namespace);
    await cluster.backup(backup, { includedNamespaces: [namespace] });
  });
  afterAll(() => world.close());

  const ask = (kind: string, name: string) =>
    cluster.createVelero('downloadrequests', 'DownloadRequest', {
      metadata: { generateName: 'contract-' },
      spec: { target: { kind, name } },
    });
  const request = (name: string) => cluster.path('downloadrequests', name);

  it('for what exists are processed, with an address for ten minutes', async () => {
    const { metadata } = await ask('BackupResults', backup);
    const { status } = await cluster.until(
      request(metadata.name),
      'to be processed',
      each => each.status?.phase === 'Processed',
    );
    expect((await fetch(status.downloadURL)).status).toBe(200);
    const seconds = (Date.parse(status.expiration) - Date.now()) / 1000;
    expect(seconds).toBeGreaterThan(8 * 60);
    expect(seconds).toBeLessThanOrEqual(10 * 60 + 5);
  });

  it('for a file that does not exist are processed as well', async () => {
    const { status } = await cluster.download(
      'CSIBackupVolumeSnapshots',
      backup,
    );
    expect(status).toBe(404);
  });

  it('open their file only: another address of the same bucket is refused', async () => {
    const { metadata } = await ask('BackupResults', backup);
    const { status } = await cluster.until(
      request(metadata.name),
      'to be processed',
      each => each.status?.downloadURL,
    );
    const other = status.downloadURL.replace('-results.gz', '-logs.gz');
    expect((await fetch(other)).status).toBe(403);
  });

  it.each(['BackupResults', 'RestoreResults'])(
    'for %s of nothing get an expiration, and never a phase',
    async kind => {
      const { metadata } = await ask(kind, 'nothing');
      await cluster.until(
        request(metadata.name),
        'to be looked at',
        each => each.status?.expiration,
      );
      // One that was asked for later has been answered: this one never will be.
      await cluster.download('BackupResults', backup);
      const { status } = await cluster.find(request(metadata.name));
      expect(Object.keys(status)).toEqual(['expiration']);
    },
  );
});
