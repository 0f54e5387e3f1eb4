import { withFinops } from './finops';
import { DrModule } from './input';
import { Manifest } from './manifest';

/**
 * The class that Velero takes for its driver, by the label. (A
 * VolumeSnapshotLocation says nothing about CSI.) Its snapshots live until
 * their data is in the bucket; a deleted namespace must not take them along.
 */
export const snapshotClass = ({
  snapshotClass: { name, driver, parameters },
}: DrModule): Manifest =>
  withFinops({
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshotClass',
    metadata: {
      name,
      labels: { 'velero.io/csi-volumesnapshot-class': 'true' },
    },
    driver,
    deletionPolicy: 'Retain',
    parameters,
  });
