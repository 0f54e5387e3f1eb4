/** Objects of one kind. @public */
export interface KindCount {
  /** `''` for core. */
  group: string;
  kind: string;
  count: number;
  /** The first names, sorted. */
  names: string[];
}

/** How Velero saved a volume's data. @public */
export type VolumeMethod = 'NativeSnapshot' | 'PodVolumeBackup' | 'CSISnapshot';

/**
 * Where a volume's data is.
 *
 * - `stored`: in the backup's storage
 * - `snapshot`: in a snapshot that outlives the cluster, by the configuration
 * - `local`: in a snapshot beside the volume; it dies with the storage system
 * - `failed`: saving it failed
 * - `skipped`: Velero was told not to, or could not; `reason` says it in Velero's words
 * - `notSaved`: the claim is held, nothing is said of its data
 * - `notHeld`: not even the claim is held
 * - `unrecorded`: the backup does not say how its volumes were saved
 *
 * @public
 */
export type VolumeOutcome =
  | 'stored'
  | 'snapshot'
  | 'local'
  | 'failed'
  | 'skipped'
  | 'notSaved'
  | 'notHeld'
  | 'unrecorded';

/** What became of one live volume in one point. @public */
export interface VolumeFate {
  claim: string;
  outcome: VolumeOutcome;
  method?: VolumeMethod;
  /** CSI driver, or the kind of the volume. */
  driver?: string;
  bytes?: number;
  /** In Velero's words. */
  reason?: string;
}

/** Whether a volume's data outlives its cluster. @public */
export function isVolumeSafe({ outcome }: VolumeFate): boolean {
  return outcome === 'stored' || outcome === 'snapshot';
}
