import { ResourceType } from '../kubernetes';

const GROUP = { group: 'snapshot.storage.k8s.io', version: 'v1' };

/** The kinds of the CSI snapshotter, as a cluster with such a driver serves them. */
export const snapshotResourceTypes: readonly ResourceType[] = [
  {
    ...GROUP,
    kind: 'VolumeSnapshot',
    plural: 'volumesnapshots',
    namespaced: true,
  },
  {
    ...GROUP,
    kind: 'VolumeSnapshotContent',
    plural: 'volumesnapshotcontents',
    namespaced: false,
  },
  {
    ...GROUP,
    kind: 'VolumeSnapshotClass',
    plural: 'volumesnapshotclasses',
    namespaced: false,
  },
];
