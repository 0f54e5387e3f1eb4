import { previewRestore } from './preview';
import { Scene, stage } from './__testUtils__/scene';

function volumeOf(scene: Partial<Scene>) {
  const { effects } = previewRestore(
    stage({
      ...scene,
      backup: {
        'v1/PersistentVolumeClaim': ['a/data'],
        'v1/PersistentVolume': ['pv-data'],
        ...scene.backup,
      },
    }),
  );
  const claim = effects.find(({ name }) => name === 'data');
  const volume = effects.find(({ name }) => name === 'pv-data');
  return {
    data: claim?.volume?.data,
    reason: claim?.volume?.reason,
    volume: [volume?.action, volume?.reason].filter(Boolean).join(' '),
  };
}

const csi = { namespace: 'a', claim: 'data', method: 'CSISnapshot' as const };
const native = { ...csi, method: 'NativeSnapshot' as const };
const fileSystem = {
  ...csi,
  method: 'PodVolumeBackup' as const,
  podVolume: 'db-0/data',
};
const withPod = { 'v1/Pod': ['a/db-0'] };

describe("a claim's data", () => {
  it.each<[string, Partial<Scene>, string, string, string]>([
    [
      'a moved snapshot',
      { volumes: [{ ...csi, moved: true }] },
      'restored',
      'movedSnapshot',
      'notRestored provisionedAnew',
    ],
    [
      'a local snapshot, in the cluster it was taken in',
      { volumes: [csi], takenInTarget: true },
      'restored',
      'localSnapshot',
      'notRestored provisionedAnew',
    ],
    [
      'a local snapshot of another cluster',
      { volumes: [csi], takenInTarget: false },
      'notHere',
      'snapshotElsewhere',
      'notRestored provisionedAnew',
    ],
    [
      'a local snapshot of who knows where',
      { volumes: [csi] },
      'unknown',
      'snapshotElsewhere',
      'notRestored provisionedAnew',
    ],
    [
      'a snapshot, into a Velero without CSI',
      { volumes: [{ ...csi, moved: true }], csiEnabled: false },
      'empty',
      'csiOff',
      'notRestored provisionedAnew',
    ],
    [
      'a snapshot, and restorePVs: false',
      { volumes: [{ ...csi, moved: true }], spec: { restorePVs: false } },
      'empty',
      'volumesOff',
      'notRestored provisionedAnew',
    ],
    [
      "a provider's snapshot",
      { volumes: [native] },
      'restored',
      'providerSnapshot',
      'create',
    ],
    [
      "a provider's snapshot, and restorePVs: false",
      { volumes: [native], spec: { restorePVs: false } },
      'oldVolume',
      'volumesOff',
      'create',
    ],
    [
      'files, with the pod',
      { volumes: [fileSystem], backup: withPod },
      'restored',
      'podVolumeBackup',
      'notRestored provisionedAnew',
    ],
    [
      'files, whatever restorePVs says',
      {
        volumes: [fileSystem],
        backup: withPod,
        spec: { restorePVs: false },
      },
      'restored',
      'podVolumeBackup',
      'notRestored provisionedAnew',
    ],
    [
      'files, without the pod',
      { volumes: [fileSystem] },
      'empty',
      'podNotRestored',
      'notRestored provisionedAnew',
    ],
    [
      'files, and the pod lives',
      {
        volumes: [fileSystem],
        backup: withPod,
        namespaces: { a: {} },
        live: ['pods a/db-0'],
      },
      'empty',
      'podNotRestored',
      'notRestored provisionedAnew',
    ],
    [
      'files, and pods are kept out',
      {
        volumes: [fileSystem],
        backup: withPod,
        spec: { excludedResources: ['pods'] },
      },
      'empty',
      'podNotRestored',
      'notRestored provisionedAnew',
    ],
    ['nothing', {}, 'empty', 'noData', 'notRestored provisionedAnew'],
    [
      'nothing, but a volume to be retained',
      {
        details: {
          'PersistentVolume pv-data': { reclaimPolicy: 'Retain' },
          'PersistentVolumeClaim a/data': { volume: 'pv-data' },
        },
      },
      'oldVolume',
      'noData',
      'create',
    ],
    [
      'nothing on purpose',
      { volumes: [{ ...csi, method: undefined, skipped: true }] },
      'empty',
      'skipped',
      'notRestored provisionedAnew',
    ],
    [
      'a backup that failed',
      { volumes: [{ ...csi, moved: true, failed: true }] },
      'empty',
      'backupFailed',
      'notRestored provisionedAnew',
    ],
    [
      'no record of volumes at all',
      { volumesRecorded: false },
      'unknown',
      'notRecorded',
      'notRestored provisionedAnew',
    ],
    [
      'a snapshot, and volumes are kept out',
      {
        volumes: [{ ...csi, moved: true }],
        spec: { includeClusterResources: false },
      },
      'oldVolume',
      'volumesExcluded',
      'notRestored clusterScopedExcluded',
    ],
    [
      'a snapshot, and the claim lives',
      {
        volumes: [{ ...csi, moved: true }],
        namespaces: { a: {} },
        live: ['persistentvolumeclaims a/data', 'persistentvolumes pv-data'],
        spec: { existingResourcePolicy: 'update' },
      },
      'kept',
      'claimExists',
      'notRestored provisionedAnew',
    ],
  ])('from %s', (_, scene, data, reason, volume) => {
    expect(volumeOf(scene)).toEqual({ data, reason, volume });
  });
});
