import {
  VolumeFate,
  VolumeOutcome,
} from '@appgear/backstage-plugin-velero-common';
import { DistilledVolume } from '../../evidence';
import { LiveVolume } from '../../inventory';

/** What is known of a volume in a point. */
export interface VolumeTestimony {
  /** The point's entries for the claim; a claim may have one per pod. */
  entries: readonly DistilledVolume[];
  claimHeld: boolean;
  /** Whether the backup says how its volumes were saved. */
  recorded: boolean;
  /** Velero called the backup Completed, without a single error. */
  flawless: boolean;
  durableSnapshots: readonly string[];
}

/** From the best to the worst; a claim that was saved in two ways has the better one. */
const OUTCOMES: readonly VolumeOutcome[] = [
  'stored',
  'snapshot',
  'local',
  'failed',
  'skipped',
  'notSaved',
  'notHeld',
  'unrecorded',
];

/** Where the data of a live volume is in a point. */
export function volumeFate(
  { claim, driver, bytes }: LiveVolume,
  testimony: VolumeTestimony,
): VolumeFate {
  const { entries, claimHeld, recorded } = testimony;
  const about = {
    claim,
    ...(driver && { driver }),
    ...(bytes !== undefined && { bytes }),
  };
  if (entries.length === 0) {
    const silent = recorded ? 'notSaved' : 'unrecorded';
    return { ...about, outcome: claimHeld ? silent : 'notHeld' };
  }
  const [best] = entries
    .map(entry => ({ entry, outcome: outcomeOf(entry, testimony) }))
    .sort((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome));
  const { method, skippedReason } = best.entry;
  return {
    ...about,
    // Data without its claim cannot be restored.
    outcome: claimHeld ? best.outcome : 'notHeld',
    ...(method && { method }),
    ...(skippedReason && { reason: skippedReason }),
  };
}

/** Where the data lies of a volume that a point has an entry of. */
export function outcomeOf(
  entry: DistilledVolume,
  {
    flawless,
    durableSnapshots,
  }: Pick<VolumeTestimony, 'flawless' | 'durableSnapshots'>,
): VolumeOutcome {
  if (entry.skipped) {
    return 'skipped';
  }
  if (!entry.method) {
    return 'notSaved';
  }
  if (!succeeded(entry, flawless)) {
    return 'failed';
  }
  if (entry.method === 'PodVolumeBackup' || entry.moved) {
    return 'stored';
  }
  const kind = entry.method === 'NativeSnapshot' ? 'native' : entry.driver;
  return kind && durableSnapshots.includes(kind) ? 'snapshot' : 'local';
}

/** Velero before 1.14 gives no result; then the phase tells, or a backup without any error. */
function succeeded(
  { result, phase }: DistilledVolume,
  flawless: boolean,
): boolean {
  if (result) {
    return result === 'succeeded';
  }
  return phase ? phase === 'Completed' : flawless;
}
