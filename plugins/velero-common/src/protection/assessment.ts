import type { BackupIntent } from '../api';
import type { KindCount, VolumeFate } from './contents';
import type { PointAssessment, PointRef } from './points';
import type { ProtectionReason, ProtectionWarning } from './reasons';
import type { Verdict } from './verdict';

/** How old a workspace's newest proven point may be, and is. @public */
export interface RpoAssessment {
  targetSeconds: number;
  /** What the target comes from. */
  targetSource: 'annotation' | 'tier' | 'default';
  /** Age of the newest proven point; of the namespace where it is oldest. Absent: a namespace has none. */
  achievedSeconds?: number;
}

/**
 * What would be lost of one namespace: the sentence of loss, in parts. What
 * changed since the point is always lost with it.
 *
 * @public
 */
export interface NamespaceLoss {
  cluster: string;
  namespace: string;
  /** The point one would go back to; absent: everything would be lost. */
  point?: PointRef;
  /** Seconds since that point. */
  sinceSeconds?: number;
  /** Objects that the point does not hold though they are older, or all that count when there is no point. */
  objects: KindCount[];
  /** Volumes whose data would be gone. */
  volumes: VolumeFate[];
  /** How many objects were made after the point. */
  newer: number;
  /** Left out by `velero.io/exclude-from-backup`: somebody wants it so. */
  excluded: KindCount[];
  /** False: what lives there or what the point holds is not known, so more may be lost. */
  complete: boolean;
}

/** @public */
export interface NamespaceAssessment {
  cluster: string;
  namespace: string;
  verdict: Verdict;
  /** Worst first. */
  reasons: ProtectionReason[];
  warnings: ProtectionWarning[];
  /** The newest point that is proven to hold everything, within the target or not. */
  proven?: PointRef;
  loss: NamespaceLoss;
  /** Newest first. */
  points: PointAssessment[];
}

/** @public */
export interface WorkspaceAssessment {
  workspace: string;
  /** The worst of its namespaces in which something lives. */
  verdict: Verdict;
  /** Worst first. */
  reasons: ProtectionReason[];
  warnings: ProtectionWarning[];
  intent: BackupIntent;
  rpo: RpoAssessment;
  namespaces: NamespaceAssessment[];
}
