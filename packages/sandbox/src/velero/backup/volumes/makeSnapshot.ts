import { timestamp } from '../../../clock';
import { KubeObject } from '../../../kubernetes';
import { messageOf, VeleroError } from '../../errors';
import { labelValue } from '../../labels';
import { VeleroContext } from '../../VeleroContext';
import { BackupWork } from '../BackupWork';
import { snapshotClassFor } from './snapshotClass';
import { requestedBytes } from './volumeInfo';

export const SNAPSHOT_GROUP = 'snapshot.storage.k8s.io';

/** A VolumeSnapshot with its content and class. */
export interface Snapshot {
  object: KubeObject;
  content: KubeObject;
  snapshotClass: KubeObject;
}

/**
 * Snapshots a claim by its CSI driver. Both objects are ready to use at once:
 * the driver of a sandbox is quick.
 *
 * @throws in Velero's words, when there is no class for it
 */
export function makeSnapshot(
  claim: KubeObject,
  work: BackupWork,
  context: VeleroContext,
): Snapshot {
  const { namespace, name } = claim.metadata;
  const { storageClassName } = claim.spec;
  if (!storageClassName) {
    throw new VeleroError(
      `Cannot snapshot PVC ${namespace}/${name}, PVC has no storage class.`,
    );
  }
  const driver = driverOf(storageClassName, context);
  const snapshotClass = classFor(claim, driver, work, context);
  const contentName = `snapcontent-${context.random.uuid()}`;
  const object = createSnapshot(
    claim,
    contentName,
    snapshotClass,
    work,
    context,
  );
  const content = createContent(object, driver, snapshotClass, claim, context);
  context.snapshots.add(content.status.snapshotHandle);
  return { object, content, snapshotClass };
}

function driverOf(storageClass: string, { cluster }: VeleroContext): string {
  const found = cluster.get({
    group: 'storage.k8s.io',
    plural: 'storageclasses',
    name: storageClass,
  });
  if (!found) {
    throw new VeleroError(
      `error getting storage class: storageclasses.storage.k8s.io "${storageClass}" not found`,
    );
  }
  return found.provisioner;
}

function classFor(
  claim: KubeObject,
  driver: string,
  { backup }: BackupWork,
  { cluster }: VeleroContext,
): KubeObject {
  const classes = cluster.list(`volumesnapshotclasses.${SNAPSHOT_GROUP}`);
  try {
    return snapshotClassFor(driver, backup, claim, classes);
  } catch (error) {
    const { storageClassName } = claim.spec;
    throw new VeleroError(
      `failed to get VolumeSnapshotClass for StorageClass ${storageClassName}: ${messageOf(
        error,
      )}`,
    );
  }
}

function createSnapshot(
  claim: KubeObject,
  contentName: string,
  snapshotClass: KubeObject,
  work: BackupWork,
  { api, clock }: VeleroContext,
): KubeObject {
  const { namespace, name, labels } = claim.metadata;
  return api.backups.store.create({
    apiVersion: `${SNAPSHOT_GROUP}/v1`,
    kind: 'VolumeSnapshot',
    metadata: {
      generateName: `velero-${name}-`,
      namespace,
      labels: { ...labels, 'velero.io/backup-name': labelValue(work.name) },
    },
    spec: {
      source: { persistentVolumeClaimName: name },
      volumeSnapshotClassName: snapshotClass.metadata.name,
    },
    status: {
      readyToUse: true,
      restoreSize: claim.spec.resources?.requests?.storage ?? '1Gi',
      creationTime: timestamp(clock.now()),
      boundVolumeSnapshotContentName: contentName,
    },
  });
}

function createContent(
  { metadata, status }: KubeObject,
  driver: string,
  snapshotClass: KubeObject,
  claim: KubeObject,
  { api, clock, random }: VeleroContext,
): KubeObject {
  const { namespace, name, labels } = metadata;
  const backup = labels?.['velero.io/backup-name'] ?? '';
  return api.backups.store.create({
    apiVersion: `${SNAPSHOT_GROUP}/v1`,
    kind: 'VolumeSnapshotContent',
    metadata: {
      name: status.boundVolumeSnapshotContentName,
      labels: { 'velero.io/backup-name': backup },
    },
    spec: {
      driver,
      deletionPolicy: snapshotClass.deletionPolicy ?? 'Delete',
      source: { volumeHandle: claim.spec.volumeName },
      volumeSnapshotClassName: snapshotClass.metadata.name,
      volumeSnapshotRef: { namespace, name },
    },
    status: {
      readyToUse: true,
      restoreSize: requestedBytes(claim),
      // nanoseconds here, unlike everywhere else
      creationTime: clock.now().getTime() * 1_000_000,
      snapshotHandle: `csi-snap-${random.uuid()}`,
    },
  });
}
