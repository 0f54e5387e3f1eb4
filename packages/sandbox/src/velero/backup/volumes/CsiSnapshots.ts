import { timestamp } from '../../../clock';
import { KubeObject } from '../../../kubernetes';
import { labelValue } from '../../labels';
import { ensureRepository } from '../../repositories';
import { DataUpload } from '../../VeleroApi';
import { VeleroContext } from '../../VeleroContext';
import { BackupWork } from '../BackupWork';
import { ResourceIdentifier } from '../operations';
import { ownerOf } from './PodVolumeBackups';
import { makeSnapshot, Snapshot, SNAPSHOT_GROUP } from './makeSnapshot';
import { aboutVolume } from './volumeInfo';

const UNKNOWN = 'unknown';

/**
 * Snapshots of claims by their CSI driver, which stay where the volume is, or
 * are moved to the backup's location when the backup asks for that.
 * Source: Velero 1.18.2, pkg/backup/actions/csi/{pvc,volumesnapshot}_action.go.
 */
export class CsiSnapshots {
  readonly #context: VeleroContext;
  readonly #work: BackupWork;

  constructor(context: VeleroContext, work: BackupWork) {
    this.#context = context;
    this.#work = work;
  }

  /** @throws in Velero's words, when no snapshot can be made */
  save(claim: KubeObject, volume: KubeObject): void {
    const snapshot = makeSnapshot(claim, this.#work, this.#context);
    if (this.#work.backup.spec.snapshotMoveData) {
      this.#move(claim, volume, snapshot);
    } else {
      this.#keepLocal(claim, volume, snapshot);
    }
  }

  #keepLocal(
    claim: KubeObject,
    volume: KubeObject,
    { object, content, snapshotClass }: Snapshot,
  ): void {
    for (const [plural, item] of Object.entries({
      volumesnapshots: object,
      volumesnapshotcontents: content,
      volumesnapshotclasses: snapshotClass,
    })) {
      const { namespace, name } = item.metadata;
      this.#work.list(item);
      this.#work.keep({ group: SNAPSHOT_GROUP, plural, namespace, name }, item);
    }
    const { namespace, name } = object.metadata;
    const started = timestamp(this.#context.clock.now());
    const operationID = `${namespace}/${name}/${started}`;
    const about = (plural: string, { metadata }: KubeObject) =>
      identifier(SNAPSHOT_GROUP, plural, metadata);
    this.#operate(
      'velero.io/csi-volumesnapshot-backupper',
      about('volumesnapshots', object),
      operationID,
      [
        about('volumesnapshots', object),
        about('volumesnapshotcontents', content),
      ],
    );
    this.#work.volumeInfos.push({
      ...aboutVolume(claim, volume),
      backupMethod: 'CSISnapshot',
      preserveLocalSnapshot: true,
      startTimestamp: object.status.creationTime,
      csiSnapshotInfo: {
        snapshotHandle: content.status.snapshotHandle,
        size: content.status.restoreSize,
        driver: content.spec.driver,
        vscName: content.metadata.name,
        operationID,
        ReadyToUse: true,
      },
    });
  }

  #move(
    claim: KubeObject,
    volume: KubeObject,
    { object, content, snapshotClass }: Snapshot,
  ): void {
    const { backup } = this.#work;
    const { namespace, name, uid } = claim.metadata;
    ensureRepository(this.#context, namespace!, backup.spec.storageLocation!);
    const operationID = labelValue(`du-${backup.metadata.uid}.${uid}`);
    const upload = this.#context.api.dataUploads.create({
      metadata: {
        generateName: `${backup.metadata.name}-`,
        labels: {
          'velero.io/backup-name': labelValue(backup.metadata.name),
          'velero.io/backup-uid': backup.metadata.uid,
          'velero.io/pvc-uid': uid,
          'velero.io/async-operation-id': operationID,
        },
        ownerReferences: [ownerOf(backup)],
      },
      spec: {
        snapshotType: 'CSI',
        csiSnapshot: {
          volumeSnapshot: object.metadata.name,
          storageClass: claim.spec.storageClassName,
          snapshotClass: snapshotClass.metadata.name,
          driver: content.spec.driver,
        },
        sourcePVC: name,
        sourceNamespace: namespace!,
        backupStorageLocation: backup.spec.storageLocation!,
        operationTimeout: backup.spec.csiSnapshotTimeout ?? '10m0s',
        datamover: backup.spec.datamover,
      } as DataUpload['spec'],
    });
    this.#operate(
      'velero.io/csi-pvc-backupper',
      identifier('', 'persistentvolumeclaims', claim.metadata),
      operationID,
      [identifier('velero.io', 'datauploads', upload.metadata)],
    );
    this.#work.volumeInfos.push({
      ...aboutVolume(claim, volume),
      backupMethod: 'CSISnapshot',
      snapshotDataMoved: true,
      csiSnapshotInfo: {
        snapshotHandle: UNKNOWN,
        size: 0,
        driver: content.spec.driver,
        vscName: UNKNOWN,
        operationID: UNKNOWN,
      },
      snapshotDataMovementInfo: {
        dataMover: upload.spec.datamover || 'velero',
        uploaderType: 'kopia',
        snapshotHandle: '',
        operationID,
        size: 0,
        Phase: '',
      },
    });
  }

  #operate(
    action: string,
    about: ResourceIdentifier,
    operationID: string,
    after: ResourceIdentifier[],
  ): void {
    const now = timestamp(this.#context.clock.now());
    this.#work.operations.push({
      spec: {
        backupName: this.#work.name,
        backupUID: this.#work.backup.metadata.uid,
        backupItemAction: action,
        resourceIdentifier: about,
        operationID,
        postOperationItems: after,
      },
      status: { operationPhase: 'New', created: now },
    });
  }
}

function identifier(
  group: string,
  plural: string,
  { namespace, name }: { namespace?: string; name: string },
): ResourceIdentifier {
  return {
    Group: group,
    Resource: plural,
    Namespace: namespace ?? '',
    Name: name,
  };
}
