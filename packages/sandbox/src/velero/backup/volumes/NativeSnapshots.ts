import { timestamp } from '../../../clock';
import { KubeObject } from '../../../kubernetes';
import { VeleroContext } from '../../VeleroContext';
import { BackupWork } from '../BackupWork';
import { aboutVolume } from './volumeInfo';

const EBS_DRIVER = 'ebs.csi.aws.com';

/**
 * Snapshots that a provider's own plugin takes, with the locations that the
 * backup settled on.
 * Source: Velero 1.18.2, pkg/backup/item_backupper.go, takePVSnapshot, and
 * velero-plugin-for-aws, volume_snapshotter.go, GetVolumeID.
 */
export class NativeSnapshots {
  readonly #context: VeleroContext;
  readonly #work: BackupWork;

  constructor(context: VeleroContext, work: BackupWork) {
    this.#context = context;
    this.#work = work;
  }

  /** @returns whether a location's plugin knew the volume */
  save(volume: KubeObject, claim: KubeObject | undefined): boolean {
    const { backup, log } = this.#work;
    const about = {
      resource: 'persistentvolumes',
      namespace: '',
      name: volume.metadata.name,
    };
    if (backup.spec.snapshotMoveData) {
      log.warn(
        "VolumeSnapshotter plugin doesn't support data movement.",
        about,
      );
    }
    for (const name of backup.spec.volumeSnapshotLocations ?? []) {
      const problem = this.#problemOf(name);
      if (problem) {
        log.error(
          'Error getting volume snapshotter for volume snapshot location',
          { ...about, error: problem },
        );
        continue;
      }
      const volumeId = volumeIdOf(volume);
      if (volumeId) {
        this.#snapshot(volume, claim);
        return true;
      }
      log.warn(
        'No volume ID returned by volume snapshotter for persistent volume',
        about,
      );
    }
    return false;
  }

  #problemOf(locationName: string): string | undefined {
    const { api, config } = this.#context;
    const provider = api.snapshotLocations.get(locationName)?.spec.provider;
    const plugin = provider?.includes('/') ? provider : `velero.io/${provider}`;
    const known = config.plugins.some(
      ({ kind, name }) => kind === 'VolumeSnapshotter' && name === plugin,
    );
    return known
      ? undefined
      : `unable to get valid VolumeSnapshotter for "${plugin}"`;
  }

  #snapshot(volume: KubeObject, claim: KubeObject | undefined): void {
    const now = timestamp(this.#context.clock.now());
    this.#work.nativeSnapshots += 1;
    this.#work.volumeInfos.push({
      ...aboutVolume(claim, volume),
      backupMethod: 'NativeSnapshot',
      startTimestamp: now,
      result: 'succeeded',
      nativeSnapshotInfo: {
        snapshotHandle: `snap-0${this.#context.random.hex(16)}`,
        volumeType: 'gp3',
        volumeAZ: volume.metadata.labels?.['topology.kubernetes.io/zone'] ?? '',
        iops: '0',
        Phase: 'Completed',
      },
    });
  }
}

function volumeIdOf({ spec }: KubeObject): string | undefined {
  if (spec.awsElasticBlockStore) {
    return spec.awsElasticBlockStore.volumeID;
  }
  return spec.csi?.driver === EBS_DRIVER ? spec.csi.volumeHandle : undefined;
}
