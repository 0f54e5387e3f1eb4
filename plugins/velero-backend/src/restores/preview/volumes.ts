import {
  RestoreSpec,
  VolumeEffect,
} from '@appgear/backstage-plugin-velero-common';
import { BackedUpContents, BackedUpObject, BackedUpVolume } from './input';

/** What a claim's data depends on besides the claim itself. */
export interface VolumeContext {
  spec: RestoreSpec;
  backup: BackedUpContents;
  csiEnabled: boolean;
  /** PersistentVolumes come along with their claims. */
  bringsVolumes: boolean;
  /** Whether a restored pod of the namespace is created, by its name. */
  podIsCreated: (namespace: string, pod: string) => boolean;
}

/**
 * What becomes of the data of claims. Where Velero's phase says Completed and
 * the volume is empty, this is what tells.
 * Source: Velero, pkg/restore/restore.go (restoreItem, PersistentVolumes and
 * PersistentVolumeClaims) and pkg/restore/actions/csi/pvc_action.go.
 */
export class VolumeEffects {
  readonly #volumes: ReadonlyMap<string, BackedUpVolume>;

  constructor(private readonly context: VolumeContext) {
    this.#volumes = new Map(
      context.backup.volumes.map(volume => [
        `${volume.namespace}/${volume.claim}`,
        volume,
      ]),
    );
  }

  ofExisting(claim: BackedUpObject): VolumeEffect {
    return withBytes(
      { data: 'kept', reason: 'claimExists' },
      this.#recorded(claim),
    );
  }

  ofCreated(claim: BackedUpObject): VolumeEffect {
    const volume = this.#recorded(claim);
    return withBytes(this.#ofCreated(claim, volume), volume);
  }

  #recorded({ namespace, name }: BackedUpObject): BackedUpVolume | undefined {
    return this.#volumes.get(`${namespace}/${name}`);
  }

  #ofCreated(
    claim: BackedUpObject,
    volume: BackedUpVolume | undefined,
  ): VolumeEffect {
    const { backup, bringsVolumes } = this.context;
    if (!volume && !backup.volumesRecorded) {
      return { data: 'unknown', reason: 'notRecorded' };
    }
    if (!bringsVolumes) {
      // The claim keeps naming a volume that does not come along.
      return { data: 'oldVolume', reason: 'volumesExcluded' };
    }
    if (!volume || volume.skipped || !volume.method) {
      return this.#withoutData(claim, volume);
    }
    if (volume.failed) return { data: 'empty', reason: 'backupFailed' };
    return this.#byMethod(claim, volume);
  }

  /** Re-provisioned empty, unless the old volume was to be retained. */
  #withoutData(
    claim: BackedUpObject,
    volume: BackedUpVolume | undefined,
  ): VolumeEffect {
    const reason = volume?.skipped ? 'skipped' : 'noData';
    const name = claim.details?.volume ?? volume?.volume;
    return name !== undefined && this.#retained().has(name)
      ? { data: 'oldVolume', reason }
      : { data: 'empty', reason };
  }

  #byMethod(claim: BackedUpObject, volume: BackedUpVolume): VolumeEffect {
    const off = this.context.spec.restorePVs === false;
    switch (volume.method) {
      case 'PodVolumeBackup':
        // Not asked about restorePVs: restore.go, restorePodVolumeBackups.
        return this.#podIsCreated(claim, volume)
          ? { data: 'restored', reason: 'podVolumeBackup' }
          : { data: 'empty', reason: 'podNotRestored' };
      case 'NativeSnapshot':
        return off
          ? { data: 'oldVolume', reason: 'volumesOff' }
          : { data: 'restored', reason: 'providerSnapshot' };
      default:
        if (off) return { data: 'empty', reason: 'volumesOff' };
        return this.#fromCsiSnapshot(volume);
    }
  }

  /** Without CSI Velero skips the action that gives the claim its source (pkg/util/csi, ShouldSkipAction). */
  #fromCsiSnapshot({ moved }: BackedUpVolume): VolumeEffect {
    if (!this.context.csiEnabled) return { data: 'empty', reason: 'csiOff' };
    if (moved) return { data: 'restored', reason: 'movedSnapshot' };
    switch (this.context.backup.takenInTarget) {
      case true:
        return { data: 'restored', reason: 'localSnapshot' };
      case false:
        return { data: 'notHere', reason: 'snapshotElsewhere' };
      default:
        return { data: 'unknown', reason: 'snapshotElsewhere' };
    }
  }

  #podIsCreated(claim: BackedUpObject, { podVolume }: BackedUpVolume): boolean {
    const pod = podVolume?.split('/')[0];
    return (
      pod !== undefined && this.context.podIsCreated(claim.namespace!, pod)
    );
  }

  #retainedVolumes: Set<string> | undefined;

  #retained(): Set<string> {
    this.#retainedVolumes ??= new Set(
      this.context.backup.objects
        .filter(
          ({ apiKind, details }) =>
            apiKind === 'v1/PersistentVolume' &&
            details?.reclaimPolicy === 'Retain',
        )
        .map(({ name }) => name),
    );
    return this.#retainedVolumes;
  }
}

function withBytes(
  effect: VolumeEffect,
  volume: BackedUpVolume | undefined,
): VolumeEffect {
  return volume?.bytes === undefined
    ? effect
    : { ...effect, bytes: volume.bytes };
}
