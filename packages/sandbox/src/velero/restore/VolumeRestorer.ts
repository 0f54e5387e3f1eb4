import { KubeObject } from '../../kubernetes';
import { ensureRepository } from '../repositories';
import { labelValue } from '../labels';
import { ownerOf } from '../backup/volumes/PodVolumeBackups';
import { VolumeInfo } from '../backup/volumes/volumeInfo';
import { DataDownload, PodVolumeRestore } from '../VeleroApi';
import { VeleroContext } from '../VeleroContext';
import { bindClaim } from './settle';
import { RestoreWork } from './RestoreWork';

/**
 * Brings volumes back in the way that each was saved; one that was not saved
 * comes back empty, and nothing says so.
 * Source: Velero 1.18.2, pkg/restore/restore.go (restoreItem, handlePVHasNativeSnapshot)
 * and pkg/restore/actions/csi/pvc_action.go.
 */
export class VolumeRestorer {
  readonly #context: VeleroContext;
  readonly #work: RestoreWork;

  constructor(context: VeleroContext, work: RestoreWork) {
    this.#context = context;
    this.#work = work;
  }

  /** Whether the volume object stays away, and its claim gets a new volume. */
  isProvisionedAnew(volume: KubeObject): boolean {
    const { name } = volume.metadata;
    const method = this.#work.volumeInfos.get(name)?.backupMethod;
    const isRestored =
      method === 'NativeSnapshot' ||
      (!method && volume.spec.persistentVolumeReclaimPolicy !== 'Delete');
    if (!isRestored) {
      this.#work.toProvision.add(name);
      this.#work.log.info(
        method
          ? `Dynamically re-provisioning persistent volume because it has a ${method} to be restored.`
          : "Dynamically re-provisioning persistent volume because it doesn't have a snapshot and its reclaim policy is Delete.",
        { resource: 'persistentvolumes', name },
      );
    }
    return !isRestored;
  }

  /** In place: a claim of a volume that is provisioned anew names none. */
  prepareClaim(claim: KubeObject): void {
    const volume: string | undefined = claim.spec.volumeName;
    if (volume && this.#work.toProvision.has(volume)) {
      delete claim.spec.volumeName;
    } else if (volume) {
      claim.spec.volumeName = this.#work.renamedVolumes.get(volume) ?? volume;
    }
  }

  /** In place: it is claimed from the namespace that its claim goes to, and has a name of its own. */
  prepareVolume(volume: KubeObject): void {
    const { namespaceMapping = {} } = this.#work.restore.spec;
    const claim = volume.spec.claimRef;
    if (!claim) {
      return;
    }
    delete claim.uid;
    delete claim.resourceVersion;
    const target = namespaceMapping[claim.namespace];
    if (!target) {
      return;
    }
    claim.namespace = target;
    const { name } = volume.metadata;
    const ref = { group: '', plural: 'persistentvolumes', name };
    if (
      this.#work.volumeInfos.get(name)?.backupMethod === 'NativeSnapshot' &&
      this.#context.cluster.get(ref)
    ) {
      // Any mapping renames, also one of a namespace to itself.
      volume.metadata.name = `velero-clone-${this.#context.random.uuid()}`;
      volume.metadata.annotations = {
        ...volume.metadata.annotations,
        'velero.io/original-pv-name': name,
      };
      this.#work.renamedVolumes.set(name, volume.metadata.name);
    }
  }

  /** Gives a restored claim its volume, or starts to bring its data. */
  restoreClaim(saved: KubeObject, claim: KubeObject): void {
    const info = this.#work.volumeInfos.get(saved.spec?.volumeName);
    if (info?.snapshotDataMoved) {
      this.#download(info, claim);
    } else if (info?.backupMethod === 'CSISnapshot') {
      this.#fromSnapshot(info, claim);
    } else {
      const volume = bindClaim(claim, this.#context);
      this.#note(claim, volume, info?.backupMethod);
    }
  }

  /** Starts to bring the data of a pod's volumes that the node agent saved. */
  restorePod(saved: KubeObject, pod: KubeObject): void {
    const { api } = this.#context;
    const { backup, restore } = this.#work;
    const ofPod = api.podVolumeBackups
      .list()
      .filter(
        ({ metadata, spec }) =>
          metadata.labels?.['velero.io/backup-name'] ===
            labelValue(backup.metadata.name) &&
          spec.pod.namespace === saved.metadata.namespace &&
          spec.pod.name === saved.metadata.name,
      );
    for (const { spec, status } of ofPod) {
      const { namespace, name, uid } = pod.metadata;
      const location = backup.spec.storageLocation!;
      ensureRepository(this.#context, spec.pod.namespace!, location);
      const created = api.podVolumeRestores.create({
        metadata: {
          generateName: `${restore.metadata.name}-`,
          labels: {
            ...this.#labels(),
            'velero.io/pod-uid': uid,
          },
          ownerReferences: [ownerOf(restore)],
        },
        spec: {
          pod: { kind: 'Pod', namespace, name, uid },
          volume: spec.volume,
          snapshotID: status?.snapshotID ?? '',
          snapshotSize: status?.progress?.totalBytes,
          backupStorageLocation: location,
          repoIdentifier: '',
          sourceNamespace: spec.pod.namespace!,
          uploaderType: 'kopia',
        } as PodVolumeRestore['spec'],
      });
      this.#work.podVolumeRestores.add(created.metadata.name);
    }
  }

  #download(info: VolumeInfo, claim: KubeObject): void {
    const { api, config } = this.#context;
    const { backup, restore } = this.#work;
    const moved = info.snapshotDataMovementInfo!;
    const operationId = labelValue(
      `dd-${restore.metadata.uid}.${claim.metadata.uid}`,
    );
    const created = api.dataDownloads.create({
      metadata: {
        generateName: `${restore.metadata.name}-`,
        labels: {
          ...this.#labels(),
          'velero.io/async-operation-id': operationId,
        },
        ownerReferences: [ownerOf(restore)],
      },
      spec: {
        targetVolume: {
          namespace: claim.metadata.namespace!,
          pvc: claim.metadata.name,
          pv: '',
        },
        backupStorageLocation: backup.spec.storageLocation!,
        snapshotID: moved.snapshotHandle,
        snapshotSize: moved.size,
        sourceNamespace: info.pvcNamespace!,
        operationTimeout: `${config.defaultCsiSnapshotTimeout / 1000}s`,
      } as DataDownload['spec'],
    });
    this.#work.dataDownloads.add(created.metadata.name);
    this.#note(claim, undefined, 'CSISnapshot', true);
  }

  /** The snapshot is with the driver of the cluster that made it, or nowhere. */
  #fromSnapshot(info: VolumeInfo, claim: KubeObject): void {
    const { snapshotHandle } = info.csiSnapshotInfo!;
    const volume = this.#context.snapshots.has(snapshotHandle)
      ? bindClaim(claim, this.#context)
      : undefined;
    this.#note(claim, volume, 'CSISnapshot');
  }

  #labels(): Record<string, string> {
    const { name, uid } = this.#work.restore.metadata;
    return {
      'velero.io/restore-name': labelValue(name),
      'velero.io/restore-uid': uid,
    };
  }

  /** For the restore's VolumeInfo, once it is bound or its data moves (volumes_information.go, RestoreVolumeInfo). */
  #note(
    claim: KubeObject,
    volume: string | undefined,
    method: VolumeInfo['backupMethod'],
    moved = false,
  ): void {
    if (!volume && !moved) {
      return;
    }
    this.#work.restoredVolumes.push({
      pvcName: claim.metadata.name,
      pvcNamespace: claim.metadata.namespace,
      pvName: volume,
      restoreMethod: method,
      snapshotDataMoved: moved,
    });
  }
}
