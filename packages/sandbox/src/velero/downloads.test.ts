import { gunzipSync } from 'zlib';
import { MINUTE, TestCluster, TestWorld } from './velero.fixture';

describe('a download request', () => {
  const world = new TestWorld();
  let cluster: TestCluster;

  beforeAll(async () => {
    await world.objectStore.listen();
    cluster = world.cluster();
    cluster.location('default', {
      objectStorage: { bucket: 'dr', prefix: 'p' },
    });
    cluster.namespace('ws-a');
    cluster.configMap('ws-a', 'settings');
    cluster.backup('one', { includedNamespaces: ['ws-a'] });
    cluster.restore('again', { backupName: 'one' });
  });
  afterAll(() => world.objectStore.close());

  function ask(kind: string, name: string) {
    const { metadata } = cluster.api.downloadRequests.create({
      metadata: { generateName: 'ask-' },
      spec: { target: { kind: kind as any, name } },
    });
    world.clock.advance(1_000);
    return cluster.api.downloadRequests.get(metadata.name)!;
  }

  async function download(kind: string, name: string) {
    const { status } = ask(kind, name);
    const response = await fetch(status!.downloadURL!);
    const body = Buffer.from(await response.arrayBuffer());
    return { response, text: () => gunzipSync(body).toString('utf8') };
  }

  it.each([
    ['BackupResourceList', 'one', '"v1/ConfigMap":["ws-a/settings"]'],
    ['BackupResults', 'one', '"errors":{}'],
    ['BackupVolumeInfos', 'one', '[]'],
    ['BackupLog', 'one', 'backup=velero/one'],
    ['BackupItemOperations', 'one', '[]'],
    ['BackupContents', 'one', 'resources/configmaps/namespaces/ws-a'],
    ['RestoreLog', 'again', 'restore=velero/again'],
    ['RestoreResults', 'again', '"warnings"'],
    ['RestoreResourceList', 'again', 'ws-a/settings(skipped)'],
    ['RestoreVolumeInfo', 'again', '[]'],
  ])('for %s of %s leads to the file', async (kind, name, part) => {
    const { response, text } = await download(kind, name);
    expect(response.status).toBe(200);
    expect(text()).toContain(part);
  });

  it('for a file that does not exist is answered all the same', async () => {
    const { response } = await download('CSIBackupVolumeSnapshots', 'one');
    expect(response.status).toBe(404);
  });

  it('for a backup or restore that does not exist never gets a phase', () => {
    for (const kind of ['BackupResults', 'RestoreResults']) {
      const { status } = ask(kind, 'nothing');
      expect(Object.keys(status!)).toEqual(['expiration']);
    }
  });

  it('from a location that is set up wrongly never gets a phase', () => {
    cluster.location('other', { provider: 'gcp', default: false });
    cluster.api.backups.create({
      metadata: { name: 'lost' },
      spec: { storageLocation: 'other' },
      status: { phase: 'Completed' },
    });
    const { status } = ask('BackupResults', 'lost');
    expect(Object.keys(status!)).toEqual(['expiration']);
  });

  it('from a bucket that is not there gets a URL that leads nowhere', async () => {
    cluster.location('gone', {
      objectStorage: { bucket: 'nowhere' },
      default: false,
    });
    cluster.api.backups.create({
      metadata: { name: 'gone' },
      spec: { storageLocation: 'gone' },
      status: { phase: 'Completed' },
    });
    const { response } = await download('BackupResults', 'gone');
    expect(response.status).toBe(404);
  });

  it('and its URL end after ten minutes', async () => {
    const { metadata, status } = ask('BackupResults', 'one');
    world.clock.advance(9 * MINUTE);
    expect((await fetch(status!.downloadURL!)).status).toBe(200);
    world.clock.advance(3 * MINUTE);
    expect((await fetch(status!.downloadURL!)).status).toBe(403);
    expect(cluster.api.downloadRequests.get(metadata.name)).toBeUndefined();
  });
});
