import { gunzipSync } from 'node:zlib';
import { WatchStream } from '../wire/watchStream';
import { uniqueName } from '../world/world';
import { PATIENCE_MS, VeleroCluster } from './VeleroCluster';
import { openVeleroWorld, VeleroWorld } from './veleroWorld';

jest.setTimeout(2 * PATIENCE_MS);

describe('Velero: backups', () => {
  let world: VeleroWorld;
  let cluster: VeleroCluster;
  const namespace = uniqueName('ws');

  beforeAll(async () => {
    world = await openVeleroWorld();
    cluster = world.one;
    await cluster.namespace(namespace, { tenant: 'acme' });
    await cluster.configMap(namespace, 'blue', {}, { colour: 'blue' });
    await cluster.configMap(namespace, 'red', {}, { colour: 'red' });
    await cluster.create(`/api/v1/namespaces/${namespace}/secrets`, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'green', labels: { colour: 'green' } },
    });
  });
  afterAll(() => world.close());

  const own = { includedNamespaces: [namespace] };

  /** What a backup holds of the namespace, by kind. */
  async function held(spec: object): Promise<Record<string, string[]>> {
    const { metadata, status } = await cluster.backup(uniqueName('held'), spec);
    expect(status.phase).toBe('Completed');
    return cluster.evidence('BackupResourceList', metadata.name);
  }

  it('go through their phases in order', async () => {
    const name = uniqueName('phases');
    const { body } = await cluster.wire.get(cluster.path('backups'));
    const watch = await WatchStream.open(
      cluster.wire,
      `${cluster.path('backups')}?watch=1&resourceVersion=${
        body.metadata.resourceVersion
      }&fieldSelector=metadata.name=${name}`,
    );
    await cluster.createVelero('backups', 'Backup', {
      metadata: { name },
      spec: own,
    });
    const phases: string[] = [];
    while (phases.at(-1) !== 'Completed') {
      const line = await watch.next();
      const phase = line!.object.status?.phase ?? '';
      if (phase !== phases.at(-1)) {
        phases.push(phase);
      }
    }
    watch.close();
    expect(phases).toEqual([
      '',
      'Queued',
      'ReadyToStart',
      'InProgress',
      'Finalizing',
      'Completed',
    ]);
  });

  it('write back the defaults of their spec', async () => {
    const { spec, metadata, status } = await cluster.backup(
      uniqueName('defaults'),
    );
    expect(spec).toMatchObject({
      includedNamespaces: ['*'],
      storageLocation: 'default',
      snapshotMoveData: false,
      defaultVolumesToFsBackup: false,
      csiSnapshotTimeout: '10m0s',
      itemOperationTimeout: '4h0m0s',
      volumeGroupSnapshotLabelKey: 'velero.io/volume-group',
    });
    expect(spec.excludedClusterScopedResources).toEqual([
      'volumesnapshotcontents.snapshot.storage.k8s.io',
    ]);
    expect(metadata.labels).toEqual({
      'velero.io/storage-location': 'default',
    });
    expect(metadata.annotations).toMatchObject({
      'velero.io/resource-timeout': '10m0s',
      'velero.io/source-cluster-k8s-major-version': '1',
    });
    expect(status).toMatchObject({ version: 1, formatVersion: '1.1.0' });
    expect(Date.parse(status.expiration)).toBeGreaterThan(
      Date.parse(status.startTimestamp) + 29 * 60_000,
    );
  });

  it('leave a file of each kind', async () => {
    const name = uniqueName('files');
    const { status } = await cluster.backup(name, own);
    const list = await cluster.evidence('BackupResourceList', name);
    expect(list).toEqual({
      'v1/ConfigMap': [
        `${namespace}/blue`,
        `${namespace}/kube-root-ca.crt`,
        `${namespace}/red`,
      ],
      'v1/Namespace': [namespace],
      'v1/Secret': [`${namespace}/green`],
      'v1/ServiceAccount': [`${namespace}/default`],
    });
    const items = Object.values<string[]>(list).flat().length;
    expect(status.progress).toEqual({
      totalItems: items,
      itemsBackedUp: items,
    });
    expect(await cluster.evidence('BackupResults', name)).toEqual({
      errors: {},
      warnings: {},
    });
    expect(await cluster.evidence('BackupVolumeInfos', name)).toEqual([]);
    expect(await cluster.evidence('BackupItemOperations', name)).toEqual([]);
    const log = await cluster.download('BackupLog', name);
    expect(gunzipSync(log.body).toString()).toContain(`backup=velero/${name}`);
    // Once for each object, so that a large backup has a long log.
    expect(gunzipSync(log.body).toString()).toMatch(
      new RegExp(
        `msg="Backing up item" backup=velero/${name} .*name="?blue"? namespace="?${namespace}"? resource="?configmaps`,
      ),
    );
    const contents = await cluster.download('BackupContents', name);
    const tar = gunzipSync(contents.body).toString();
    expect(tar).toContain('metadata/version');
    expect(tar).toContain(
      `resources/configmaps/namespaces/${namespace}/blue.json`,
    );
    expect(tar).toContain(
      `resources/configmaps/v1-preferredversion/namespaces/${namespace}/blue.json`,
    );
  });

  it('select by the labels of objects, and take their namespace along', async () => {
    expect(
      await held({
        ...own,
        labelSelector: { matchLabels: { colour: 'blue' } },
      }),
    ).toEqual({
      'v1/ConfigMap': [`${namespace}/blue`],
      'v1/Namespace': [namespace],
    });
  });

  it('select by one label or another', async () => {
    const colours = ['blue', 'green'].map(colour => ({
      matchLabels: { colour },
    }));
    expect(await held({ ...own, orLabelSelectors: colours })).toEqual({
      'v1/ConfigMap': [`${namespace}/blue`],
      'v1/Namespace': [namespace],
      'v1/Secret': [`${namespace}/green`],
    });
  });

  it('hold of a namespace that is labelled, and nothing in it, the shell', async () => {
    expect(
      await held({
        includedNamespaces: ['*'],
        labelSelector: { matchLabels: { tenant: 'acme' } },
      }),
    ).toMatchObject({ 'v1/Namespace': expect.arrayContaining([namespace]) });
  });

  it.each([
    ['excludedResources', ['configmaps', 'serviceaccounts']],
    ['excludedResources', ['cm', 'sa']],
    ['excludedNamespaceScopedResources', ['configmaps', 'serviceaccounts']],
    ['includedResources', ['secrets', 'namespaces']],
    ['includedNamespaceScopedResources', ['secret']],
  ])('leave out kinds by %s %j', async (list, kinds) => {
    expect(await held({ ...own, [list]: kinds })).toEqual({
      'v1/Namespace': [namespace],
      'v1/Secret': [`${namespace}/green`],
    });
  });

  it('expand patterns of namespaces', async () => {
    const list = await held({
      includedNamespaces: [`${namespace.slice(0, -1)}*`],
    });
    expect(list['v1/Secret']).toEqual([`${namespace}/green`]);
  });

  it('whose patterns match no namespace hold nothing, and are completed', async () => {
    expect(
      await held({ includedNamespaces: [`${uniqueName('nothing')}-*`] }),
    ).toEqual({});
  });

  it('of a namespace that does not exist end partially failed', async () => {
    const name = uniqueName('partial');
    const missing = uniqueName('missing');
    const { status } = await cluster.backup(name, {
      includedNamespaces: [namespace, missing],
    });
    expect(status).toMatchObject({ phase: 'PartiallyFailed', errors: 1 });
    const { errors } = await cluster.evidence('BackupResults', name);
    expect(JSON.stringify(errors)).toContain(
      `fail to get the namespace ${missing} specified in backup.Spec.IncludedNamespaces`,
    );
  });

  it('expire, and go with all that they left', async () => {
    const name = uniqueName('short');
    await cluster.backup(name, { ...own, ttl: '1s' });
    await cluster.gone(cluster.path('backups', name));
    expect(
      await cluster.list(
        'deletebackuprequests',
        `velero.io/backup-name=${name}`,
      ),
    ).toEqual([]);
  });

  it('that a Velero was busy with when it was killed have failed', async () => {
    const name = uniqueName('killed');
    await cluster.createVelero('backups', 'Backup', {
      metadata: { name },
      spec: {},
    });
    await cluster.until(
      cluster.path('backups', name),
      'to be in progress',
      ({ status }) => status?.phase === 'InProgress',
    );
    await world.restartVelero(cluster);
    const { status } = await cluster.ended('backups', name);
    expect(status).toMatchObject({
      phase: 'Failed',
      failureReason:
        'found a backup with status "InProgress" during the server starting, mark it as "Failed"',
    });
  });
});
