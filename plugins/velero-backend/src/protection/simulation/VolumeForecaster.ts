import {
  ForecastVolume,
  InventoryObject,
  objectKey,
  VolumeForecast,
} from '@appgear/backstage-plugin-velero-common';
import { CountedClaim } from '../grading';
import { CoverageWorld, Template } from './CoverageWorld';

/** Pods choose their volumes by these; which claims that means their lists do not say. */
const CHOICES = [
  'backup.velero.io/backup-volumes',
  'backup.velero.io/backup-volumes-excludes',
];

/** Volumes of these kinds cannot be snapshotted. */
const NOT_SNAPSHOTTABLE = new Set(['nfs', 'hostPath', 'local']);

/**
 * How volumes' data would be saved. A running pod's volumes are copied when
 * the template says so by default, or else snapshotted.
 * Source: Velero, pkg/util/podvolume/pod_volume.go (GetVolumesByPod) and
 * internal/volumehelper/volume_policy_helper.go.
 */
export class VolumeForecaster {
  readonly #template: Template;
  readonly #world: CoverageWorld;
  readonly #held: ReadonlySet<string>;
  readonly #pods = new Map<string, InventoryObject[]>();

  /** @param held - keys of the objects that the backup would hold */
  constructor(
    template: Template,
    world: CoverageWorld,
    held: ReadonlySet<string>,
  ) {
    this.#template = template;
    this.#world = world;
    this.#held = held;
    for (const { live } of world.namespaces) {
      const objects = live.state === 'read' ? live.content.objects : [];
      objects.forEach(object => this.#note(object));
    }
  }

  #note(object: InventoryObject): void {
    for (const claim of object.links?.claims ?? []) {
      const key = `${object.namespace}/${claim}`;
      this.#pods.set(key, [...(this.#pods.get(key) ?? []), object]);
    }
  }

  forecast({ object, volume }: CountedClaim): ForecastVolume {
    const { claim, driver, bytes } = volume;
    return {
      claim,
      forecast: this.#held.has(objectKey(object))
        ? this.#howSaved(object, driver)
        : 'notHeld',
      ...(driver && { driver }),
      ...(bytes !== undefined && { bytes }),
    };
  }

  #howSaved(
    claim: InventoryObject,
    driver: string | undefined,
  ): VolumeForecast {
    if (this.#template.resourcePolicy) {
      return 'unknown';
    }
    const pods = (
      this.#pods.get(`${claim.namespace}/${claim.name}`) ?? []
    ).filter(pod => pod.links?.running && this.#held.has(objectKey(pod)));
    const isChosen = pods.some(({ annotations }) =>
      CHOICES.some(choice => annotations?.[choice] !== undefined),
    );
    if (isChosen) {
      return 'unknown';
    }
    return this.#template.defaultVolumesToFsBackup && pods.length > 0
      ? 'stored'
      : this.#howSnapshotted(driver);
  }

  #howSnapshotted(driver: string | undefined): VolumeForecast {
    const { snapshotVolumes, snapshotMoveData } = this.#template;
    const { csi, policy } = this.#world;
    const cannot = csi === false || NOT_SNAPSHOTTABLE.has(driver ?? '');
    if (snapshotVolumes === false || cannot) {
      return 'notSaved';
    }
    if (!driver) {
      return 'unknown';
    }
    const isDurable = policy.durableSnapshots.includes(driver);
    if (!snapshotMoveData && !isDurable) {
      return 'local';
    }
    if (csi === undefined) {
      return 'unknown';
    }
    return snapshotMoveData ? 'stored' : 'snapshot';
  }
}
