import { VolumeInfo } from './backup/volumes/volumeInfo';
import { HOUR, MINUTE, TestCluster, TestWorld } from './velero.fixture';

const DRIVER = 'rook-ceph.rbd.csi.ceph.com';

function setUp(config = {}) {
  const world = new TestWorld();
  const cluster = world.cluster('one', config);
  cluster.location();
  cluster.namespace('ws-a');
  storageClass(cluster);
  cluster.create({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'node-1' },
  });
  return { world, cluster };
}

function storageClass(cluster: TestCluster): void {
  cluster.create({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'ceph-rbd' },
    provisioner: DRIVER,
    reclaimPolicy: 'Delete',
  });
}

function snapshotClass(cluster: TestCluster): void {
  cluster.create({
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshotClass',
    metadata: { name: 'ceph-rbd-snapclass' },
    driver: DRIVER,
    deletionPolicy: 'Retain',
  });
}

function nodeAgent(cluster: TestCluster): void {
  cluster.create({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      namespace: 'velero',
      name: 'node-agent-x',
      labels: { role: 'node-agent' },
    },
    spec: { nodeName: 'node-1', containers: [] },
    status: { phase: 'Running' },
  });
}

function claim(
  cluster: TestCluster,
  source: object = { csi: { driver: DRIVER } },
) {
  cluster.create({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'pv-data' },
    spec: {
      persistentVolumeReclaimPolicy: 'Delete',
      claimRef: { namespace: 'ws-a', name: 'data' },
      ...source,
    },
  });
  cluster.create({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { namespace: 'ws-a', name: 'data' },
    spec: {
      storageClassName: 'ceph-rbd',
      volumeName: 'pv-data',
      resources: { requests: { storage: '10Gi' } },
    },
    status: { phase: 'Bound' },
  });
}

function pod(cluster: TestCluster, annotations = {}) {
  cluster.create({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { namespace: 'ws-a', name: 'db-0', annotations },
    spec: {
      nodeName: 'node-1',
      containers: [
        { name: 'db', volumeMounts: [{ name: 'files', mountPath: '/data' }] },
      ],
      volumes: [
        { name: 'files', persistentVolumeClaim: { claimName: 'data' } },
      ],
    },
    status: { phase: 'Running' },
  });
}

const OF_WORKSPACE = { includedNamespaces: ['ws-a'] };

function infos(world: TestWorld, backup = 'one'): VolumeInfo[] {
  return world.json(`backups/${backup}/${backup}-volumeinfo.json.gz`);
}

describe('a volume', () => {
  it('is snapshotted where it is, by default', () => {
    const { world, cluster } = setUp();
    snapshotClass(cluster);
    claim(cluster);
    const { status } = cluster.backup('one', OF_WORKSPACE);
    expect(status).toMatchObject({
      phase: 'Completed',
      csiVolumeSnapshotsAttempted: 1,
      csiVolumeSnapshotsCompleted: 1,
    });
    expect(infos(world)).toEqual([
      expect.objectContaining({
        pvcName: 'data',
        pvcNamespace: 'ws-a',
        pvName: 'pv-data',
        backupMethod: 'CSISnapshot',
        snapshotDataMoved: false,
        preserveLocalSnapshot: true,
        result: 'succeeded',
      }),
    ]);
    // what the backup made to save it is on its list, and gone afterwards
    expect(
      cluster.resourceList('one')['snapshot.storage.k8s.io/v1/VolumeSnapshot'],
    ).toEqual([expect.stringMatching(/^ws-a\/velero-data-/)]);
    expect(
      cluster.store.list(
        cluster.store.resourceType(
          'volumesnapshots',
          'snapshot.storage.k8s.io',
        )!,
      ),
    ).toEqual([]);
  });

  it('is moved to the bucket when the backup asks for it', () => {
    const { world, cluster } = setUp();
    snapshotClass(cluster);
    nodeAgent(cluster);
    claim(cluster);
    const { status } = cluster.backup('one', {
      ...OF_WORKSPACE,
      snapshotMoveData: true,
    });
    expect(status).toMatchObject({
      phase: 'Completed',
      backupItemOperationsAttempted: 1,
      backupItemOperationsCompleted: 1,
    });
    const [info] = infos(world);
    expect(info).toMatchObject({
      backupMethod: 'CSISnapshot',
      snapshotDataMoved: true,
      result: 'succeeded',
    });
    expect(info.snapshotDataMovementInfo?.size).toBeGreaterThan(2 ** 30);
    const [upload] = cluster.api.dataUploads.list();
    expect(upload.status?.phase).toBe('Completed');
    expect(cluster.api.repositories.list()[0].spec).toMatchObject({
      volumeNamespace: 'ws-a',
      backupStorageLocation: 'default',
    });
  });

  it('that nobody can move keeps the backup waiting, then makes it partial', () => {
    const { world, cluster } = setUp();
    snapshotClass(cluster);
    claim(cluster);
    cluster.backup('one', { ...OF_WORKSPACE, snapshotMoveData: true });
    const status = () => cluster.api.backups.get('one')?.status;
    expect(status()?.phase).toBe('WaitingForPluginOperations');
    world.clock.advance(5 * HOUR);
    expect(status()).toMatchObject({
      phase: 'PartiallyFailed',
      backupItemOperationsFailed: 1,
    });
    expect(infos(world)[0].result).toBe('failed');
  });

  it('without a snapshot class makes the backup partial', () => {
    const { world, cluster } = setUp();
    claim(cluster);
    const { status } = cluster.backup('one', OF_WORKSPACE);
    expect(status?.phase).toBe('PartiallyFailed');
    expect(world.json('backups/one/one-results.gz').errors.velero[0]).toMatch(
      /failed to get VolumeSnapshotClass for StorageClass ceph-rbd/,
    );
    expect(infos(world)).toEqual([]);
  });

  it('that a pod names is read by the node agent, and not snapshotted too', () => {
    const { world, cluster } = setUp();
    snapshotClass(cluster);
    nodeAgent(cluster);
    claim(cluster);
    pod(cluster, { 'backup.velero.io/backup-volumes': 'files' });
    expect(cluster.backup('one', OF_WORKSPACE).status?.phase).toBe('Completed');
    expect(infos(world)).toEqual([
      expect.objectContaining({
        pvcName: 'data',
        backupMethod: 'PodVolumeBackup',
        result: 'succeeded',
        pvbInfo: expect.objectContaining({
          podName: 'db-0',
          volumeName: 'files',
          Phase: 'Completed',
        }),
      }),
    ]);
    expect(cluster.api.podVolumeBackups.list()).toHaveLength(1);
    expect(world.json('backups/one/one-podvolumebackups.json.gz')).toHaveLength(
      1,
    );
  });

  it('of a pod without a node agent makes the backup partial', () => {
    const { world, cluster } = setUp();
    claim(cluster);
    pod(cluster);
    const { status } = cluster.backup('one', {
      ...OF_WORKSPACE,
      defaultVolumesToFsBackup: true,
    });
    expect(status?.phase).toBe('PartiallyFailed');
    expect(world.json('backups/one/one-results.gz').errors.velero).toEqual([
      expect.stringMatching(
        /daemonset pod not found in running state in node node-1/,
      ),
    ]);
  });

  it('that no way fits is skipped, with the reasons', () => {
    const { world, cluster } = setUp();
    claim(cluster, { nfs: { server: 'files', path: '/' } });
    expect(cluster.backup('one', OF_WORKSPACE).status?.phase).toBe('Completed');
    expect(infos(world)).toEqual([
      expect.objectContaining({
        pvName: 'pv-data',
        skipped: true,
        skippedReason:
          "csiSnapshot: skipped b/c it's not a CSI volume;volumeSnapshot: no applicable volumesnapshotter found;",
      }),
    ]);
  });

  it('is snapshotted by its provider, when a location has its plugin', () => {
    const { world, cluster } = setUp();
    claim(cluster, { awsElasticBlockStore: { volumeID: 'vol-1' } });
    cluster.api.snapshotLocations.create({
      metadata: { name: 'aws' },
      spec: { provider: 'aws' },
    });
    const { status } = cluster.backup('one', OF_WORKSPACE);
    expect(status).toMatchObject({
      phase: 'Completed',
      volumeSnapshotsAttempted: 1,
      volumeSnapshotsCompleted: 1,
    });
    expect(infos(world)[0]).toMatchObject({ backupMethod: 'NativeSnapshot' });
  });

  it("and a snapshot location 'csi' makes the backup partial", () => {
    const { world, cluster } = setUp();
    claim(cluster, { nfs: { server: 'files', path: '/' } });
    cluster.api.snapshotLocations.create({
      metadata: { name: 'dr-ceph-csi' },
      spec: { provider: 'csi' },
    });
    expect(cluster.backup('one', OF_WORKSPACE).status?.phase).toBe(
      'PartiallyFailed',
    );
    expect(world.json('backups/one/one-results.gz').errors.cluster[0]).toMatch(
      /unable to get valid VolumeSnapshotter for "velero.io\/csi"/,
    );
  });

  it('with the CSI feature off is not snapshotted, and nothing says so', () => {
    const { world, cluster } = setUp({ enableCsi: false });
    snapshotClass(cluster);
    claim(cluster);
    expect(cluster.backup('one', OF_WORKSPACE).status).toMatchObject({
      phase: 'Completed',
    });
    expect(infos(world)[0].skipped).toBe(true);
  });
});

describe('a restored volume', () => {
  function lose(cluster: TestCluster): void {
    const { store } = cluster;
    store.delete(store.resourceType('namespaces', '')!, 'ws-a');
    store.delete(store.resourceType('persistentvolumes', '')!, 'pv-data');
  }

  const claimOf = (cluster: TestCluster) =>
    cluster.get('persistentvolumeclaims', 'data', 'ws-a')!;

  it('comes from its snapshot in the cluster that holds it', () => {
    const { cluster } = setUp();
    snapshotClass(cluster);
    claim(cluster);
    cluster.backup('one', OF_WORKSPACE);
    lose(cluster);
    expect(cluster.restore('back', { backupName: 'one' }).status?.phase).toBe(
      'Completed',
    );
    expect(claimOf(cluster).status.phase).toBe('Bound');
    expect(claimOf(cluster).spec.volumeName).not.toBe('pv-data');
  });

  it('never comes from a snapshot that stayed in another cluster', () => {
    const { world, cluster } = setUp();
    snapshotClass(cluster);
    claim(cluster);
    cluster.backup('one', OF_WORKSPACE);
    const other = world.cluster('other');
    other.location();
    world.clock.advance(2 * MINUTE);
    expect(other.restore('back', { backupName: 'one' }).status?.phase).toBe(
      'Completed',
    );
    expect(claimOf(other).status).toEqual({ phase: 'Pending' });
  });

  it('comes from the bucket in any cluster, when it was moved there', () => {
    const { world, cluster } = setUp();
    snapshotClass(cluster);
    nodeAgent(cluster);
    claim(cluster);
    cluster.backup('one', { ...OF_WORKSPACE, snapshotMoveData: true });
    const other = world.cluster('other');
    other.create({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'node-1' },
    });
    nodeAgent(other);
    storageClass(other);
    other.location();
    world.clock.advance(2 * MINUTE);
    const { status } = other.restore('back', { backupName: 'one' });
    expect(status).toMatchObject({
      phase: 'Completed',
      restoreItemOperationsCompleted: 1,
    });
    expect(other.api.dataDownloads.list()[0].status?.phase).toBe('Completed');
    expect(claimOf(other).status.phase).toBe('Bound');
  });

  it('is filled by the node agent, when it had read it', () => {
    const { cluster } = setUp();
    nodeAgent(cluster);
    claim(cluster);
    pod(cluster, { 'backup.velero.io/backup-volumes': 'files' });
    cluster.backup('one', OF_WORKSPACE);
    lose(cluster);
    expect(cluster.restore('back', { backupName: 'one' }).status?.phase).toBe(
      'Completed',
    );
    const [filled] = cluster.api.podVolumeRestores.list();
    expect(filled).toMatchObject({
      spec: { volume: 'files', pod: { name: 'db-0' } },
      status: { phase: 'Completed' },
    });
  });

  it('that was not saved comes back empty, and nothing says so', () => {
    const { world, cluster } = setUp();
    claim(cluster);
    cluster.backup('one', { ...OF_WORKSPACE, snapshotVolumes: false });
    lose(cluster);
    const { status } = cluster.restore('back', { backupName: 'one' });
    expect(status).toMatchObject({ phase: 'Completed' });
    expect(status?.warnings).toBeUndefined();
    expect(claimOf(cluster).status.phase).toBe('Bound');
    expect(
      world.json('restores/back/restore-back-resource-list.json.gz'),
    ).toMatchObject({
      'v1/PersistentVolume': ['pv-data(skipped)'],
      'v1/PersistentVolumeClaim': ['ws-a/data(created)'],
    });
  });
});
