import { ObjectRef } from '@appgear/backstage-plugin-velero-common';
import { KubeObject } from '../../../kubernetes';
import { VeleroError } from '../../errors';
import { VeleroContext } from '../../VeleroContext';
import { BackupWork } from '../BackupWork';
import { CsiSnapshots } from './CsiSnapshots';
import { NativeSnapshots } from './NativeSnapshots';
import { PodVolumeBackups } from './PodVolumeBackups';
import { PodVolume, volumesByFileSystem, whyNotReadable } from './podVolumes';
import { SkippedVolumes } from './SkippedVolumes';
import { aboutVolume } from './volumeInfo';

const NOT_ASKED_FOR =
  'not satisfy the criteria for VolumePolicy or the legacy snapshot way';

/**
 * Decides for each volume how its data is saved, if at all: by the node agent
 * from a running pod, by a CSI snapshot, by a provider's own snapshot.
 * Source: Velero 1.18.2, pkg/backup/item_backupper.go.
 */
export class VolumeSaver {
  readonly #context: VeleroContext;
  readonly #work: BackupWork;
  readonly #skipped = new SkippedVolumes();
  readonly #podVolumes: PodVolumeBackups;
  readonly #csi: CsiSnapshots;
  readonly #native: NativeSnapshots;
  /** Claims that some pod's rules leave to the node agent, as `ns/name`. */
  readonly #byFileSystem: Set<string>;

  constructor(context: VeleroContext, work: BackupWork) {
    this.#context = context;
    this.#work = work;
    this.#podVolumes = new PodVolumeBackups(context, work);
    this.#csi = new CsiSnapshots(context, work);
    this.#native = new NativeSnapshots(context, work);
    this.#byFileSystem = this.#claimsByFileSystem();
  }

  /** @throws in Velero's words, when the pod cannot be saved with its volumes */
  savePod(pod: KubeObject): void {
    const { spec } = this.#work.backup;
    const volumes = volumesByFileSystem(pod, spec);
    if (volumes.length === 0) {
      return;
    }
    const problem = whyNotReadable(pod, this.#context);
    if (problem) {
      this.#skipPodVolumes(pod, volumes, problem.message);
      if (problem.isError) {
        throw new VeleroError(problem.message);
      }
      return;
    }
    for (const claim of this.#podVolumes.save(pod, volumes)) {
      const volume = this.#volumeOf(pod.metadata.namespace, claim);
      if (volume) {
        this.#skipped.untrack(volume.metadata.name);
      }
    }
  }

  #skipPodVolumes(
    { metadata: { namespace, name } }: KubeObject,
    volumes: readonly PodVolume[],
    problem: string,
  ): void {
    for (const { name: volumeName, persistentVolumeClaim } of volumes) {
      this.#work.log.warn(`Skip pod volume ${volumeName}`, {
        resource: 'pods',
        namespace,
        name,
        error: problem,
      });
      const volume = this.#volumeOf(
        namespace,
        persistentVolumeClaim?.claimName,
      );
      if (volume) {
        this.#skipped.track(
          volume.metadata.name,
          'podvolume',
          `encountered a problem with backing up the PVC of pod ${namespace}/${name}: ${problem}`,
        );
      }
    }
  }

  /** @throws in Velero's words, when the claim cannot be saved with its volume */
  saveClaim(claim: KubeObject): void {
    if (!this.#context.config.enableCsi) {
      return;
    }
    const { namespace, name } = claim.metadata;
    const volume = this.#boundVolumeOf(claim);
    const volumeName = volume.metadata.name;
    if (!this.#shouldSnapshot(namespace, name)) {
      this.#skipped.track(volumeName, 'volumeSnapshot', NOT_ASKED_FOR);
    } else if (!volume.spec.csi) {
      const reason = "skipped b/c it's not a CSI volume";
      this.#skipped.track(volumeName, 'csiSnapshot', reason);
    } else {
      this.#csi.save(claim, volume);
      this.#skipped.untrack(volumeName);
    }
  }

  /** @throws in Velero's words, when the volume's snapshot fails */
  saveVolume(volume: KubeObject): void {
    const { name } = volume.metadata;
    const { namespace, name: claimName } = volume.spec.claimRef ?? {};
    if (!this.#shouldSnapshot(namespace, claimName)) {
      this.#skipped.track(name, 'volumeSnapshot', NOT_ASKED_FOR);
      return;
    }
    if (this.#context.config.enableCsi && volume.spec.csi) {
      return;
    }
    if (this.#native.save(volume, this.#claim(namespace, claimName))) {
      this.#skipped.untrack(name);
    } else {
      const reason = 'no applicable volumesnapshotter found';
      this.#skipped.track(name, 'volumeSnapshot', reason);
    }
  }

  /** Adds what was left out to the backup's VolumeInfos. */
  finish(): void {
    const { cluster } = this.#context;
    for (const { volume, reason } of this.#skipped.summary()) {
      const ref = { group: '', plural: 'persistentvolumes', name: volume };
      const object = cluster.get(ref);
      if (object) {
        const { namespace, name } = object.spec.claimRef ?? {};
        this.#work.volumeInfos.push({
          ...aboutVolume(this.#claim(namespace, name), object),
          skipped: true,
          skippedReason: reason,
        });
      }
    }
  }

  #shouldSnapshot(namespace?: string, claim?: string): boolean {
    return (
      !this.#byFileSystem.has(`${namespace}/${claim}`) &&
      this.#work.backup.spec.snapshotVolumes !== false
    );
  }

  #boundVolumeOf(claim: KubeObject): KubeObject {
    const { namespace, name } = claim.metadata;
    const volumeName = claim.spec?.volumeName;
    if (!volumeName) {
      throw new VeleroError(
        `PVC ${namespace}/${name} has no volume backing this claim`,
      );
    }
    if (claim.status?.phase !== 'Bound') {
      throw new VeleroError(
        `PVC ${namespace}/${name} is in phase ${claim.status?.phase} and is not bound to a volume`,
      );
    }
    const volume = this.#context.cluster.get(volumeRef(volumeName));
    if (!volume) {
      throw new VeleroError(
        `failed to get PV ${volumeName} for PVC ${namespace}/${name}: persistentvolumes "${volumeName}" not found`,
      );
    }
    return volume;
  }

  #volumeOf(namespace?: string, claimName?: string): KubeObject | undefined {
    const name = this.#claim(namespace, claimName)?.spec?.volumeName;
    return name && this.#context.cluster.get(volumeRef(name));
  }

  #claim(namespace?: string, name?: string): KubeObject | undefined {
    return name
      ? this.#context.cluster.get({
          group: '',
          plural: 'persistentvolumeclaims',
          namespace,
          name,
        })
      : undefined;
  }

  #claimsByFileSystem(): Set<string> {
    const claims = new Set<string>();
    for (const pod of this.#context.cluster.list('pods')) {
      for (const volume of volumesByFileSystem(pod, this.#work.backup.spec)) {
        const { claimName } = volume.persistentVolumeClaim ?? {};
        if (claimName) {
          claims.add(`${pod.metadata.namespace}/${claimName}`);
        }
      }
    }
    return claims;
  }
}

function volumeRef(name: string): ObjectRef {
  return { group: '', plural: 'persistentvolumes', name };
}
