import { uniqueName } from '../world/world';
import { PATIENCE_MS, VeleroCluster } from './VeleroCluster';
import { openVeleroWorld, VeleroWorld } from './veleroWorld';

jest.setTimeout(3 * PATIENCE_MS);

describe('Velero: a location that two clusters share', () => {
  let world: VeleroWorld;
  const namespace = uniqueName('ws');
  const backup = uniqueName('backup');

  beforeAll(async () => {
    world = await openVeleroWorld();
    await world.one.namespace(namespace, { tenant: 'acme' });
    await world.one.configMap(namespace, 'settings', { colour: 'blue' });
    await world.one.backup(backup, { includedNamespaces: [namespace] });
  });
  afterAll(() => world.close());

  it('brings backups of the one into the other', async () => {
    const made = await world.one.find(world.one.path('backups', backup));
    const synced = await world.two.until(
      world.two.path('backups', backup),
      'to appear',
      () => true,
    );
    expect(synced.metadata.uid).not.toBe(made.metadata.uid);
    expect(synced.spec.storageLocation).toBe('shared');
    expect(synced.metadata.labels['velero.io/storage-location']).toBe('shared');
    expect(synced.status).toEqual(made.status);
  });

  it('restores there what was backed up here', async () => {
    const { metadata, status } = await world.two.restore(
      uniqueName('restore'),
      {
        backupName: backup,
      },
    );
    expect(status.phase).toBe('Completed');
    const list = await world.two.evidence('RestoreResourceList', metadata.name);
    expect(list['v1/Namespace']).toEqual([`${namespace}(created)`]);
    const { data } = await world.two.find(
      `/api/v1/namespaces/${namespace}/configmaps/settings`,
    );
    expect(data).toEqual({ colour: 'blue' });
    await world.two.deleteNamespace(namespace);
  });

  it('takes away there what is deleted here', async () => {
    await world.one.createVelero(
      'deletebackuprequests',
      'DeleteBackupRequest',
      {
        metadata: { generateName: `${backup}-` },
        spec: { backupName: backup },
      },
    );
    await world.one.gone(world.one.path('backups', backup));
    await world.two.gone(world.two.path('backups', backup));
  });
});

describe('Velero: a location', () => {
  let world: VeleroWorld;
  let cluster: VeleroCluster;
  const name = uniqueName('location');
  const namespace = uniqueName('ws');
  const backup = uniqueName('backup');

  const until = (phase: string, message = /^/) =>
    cluster.until(
      cluster.path('backupstoragelocations', name),
      `to be ${phase}`,
      ({ status }) =>
        status?.phase === phase && message.test(status.message ?? ''),
    );

  const patch = (spec: object) =>
    cluster.wire.mergePatch(cluster.path('backupstoragelocations', name), {
      spec,
    });

  const tryBackup = () =>
    cluster.backup(uniqueName('refused'), { storageLocation: name });

  beforeAll(async () => {
    world = await openVeleroWorld();
    cluster = world.one;
    await cluster.location(name);
    await cluster.namespace(namespace);
    await cluster.backup(backup, {
      includedNamespaces: [namespace],
      storageLocation: name,
    });
  });
  afterAll(() => world.close());

  it('that is read-only takes no backups, and deletes none', async () => {
    await patch({ accessMode: 'ReadOnly' });
    const { status } = await tryBackup();
    expect(status.validationErrors).toEqual([
      `backup can't be created because backup storage location ${name} is currently in read-only mode`,
    ]);
    const request = await cluster.createVelero(
      'deletebackuprequests',
      'DeleteBackupRequest',
      {
        metadata: { generateName: `${backup}-` },
        spec: { backupName: backup },
      },
    );
    const { status: outcome } = await cluster.until(
      cluster.path('deletebackuprequests', request.metadata.name),
      'to be processed',
      each => each.status?.phase === 'Processed',
    );
    expect(outcome.errors).toEqual([
      `cannot delete backup because backup storage location ${name} is currently in read-only mode`,
    ]);
  });

  it('that is read-only can be restored from', async () => {
    const { status } = await cluster.restore(uniqueName('restore'), {
      backupName: backup,
    });
    expect(status.phase).toBe('Completed');
  });

  it('whose bucket is lost says so, takes no backups, and gives none back', async () => {
    await patch({
      accessMode: 'ReadWrite',
      objectStorage: { bucket: 'no-such-bucket' },
    });
    const { status } = await until('Unavailable');
    expect(status.message).toMatch(
      new RegExp(
        `^BackupStorageLocation "${name}" is unavailable: .*, NoSuchBucket: `,
      ),
    );
    const refused = await tryBackup();
    expect(refused.status.validationErrors).toEqual([
      `backup can't be created because BackupStorageLocation ${name} is in Unavailable status.`,
    ]);
    const restore = await cluster.restore(uniqueName('restore'), {
      backupName: backup,
    });
    expect(restore.status.validationErrors).toEqual([
      `The BSL ${name} is unavailable, cannot retrieve the backup`,
    ]);
    // Signed without looking, as ever.
    const { status: answer } = await cluster.download('BackupResults', backup);
    expect(answer).toBe(404);
  });

  it('that is set up wrongly says so, and download requests wait in vain', async () => {
    await patch({ provider: 'gcp' });
    const { status } = await until('Unavailable', /ObjectStore plugin/);
    expect(status.message).toBe(
      `BackupStorageLocation "${name}" is unavailable: unable to locate ObjectStore plugin named velero.io/gcp`,
    );
    const { metadata } = await cluster.createVelero(
      'downloadrequests',
      'DownloadRequest',
      {
        metadata: { generateName: 'contract-' },
        spec: { target: { kind: 'BackupResults', name: backup } },
      },
    );
    const asked = await cluster.until(
      cluster.path('downloadrequests', metadata.name),
      'to be looked at',
      request => request.status?.expiration,
    );
    expect(Object.keys(asked.status)).toEqual(['expiration']);
  });
});
