import type { EvidenceStatus } from '../api';
import type { KindCount, VolumeFate } from './contents';
import type { PointGrade } from './verdict';

/** Names one recovery point, for people and for links. @public */
export interface PointRef {
  /** A cluster that shows the backup: the one it was made on, when that is known. */
  cluster: string;
  backup: string;
  /** ISO 8601, UTC: when Velero began; what changed since is not in it. */
  takenAt: string;
}

/**
 * How it is known which cluster a backup is of; Velero does not write it down.
 *
 * - `made`: the backup object was made there, not copied from the bucket
 * - `schedule`: only that cluster has the schedule that it names
 * - `onlyWriter`: only that cluster writes to the storage
 * - `unknown`: cannot be told; then it proves nothing for any cluster
 *
 * All but `made` are inferred, and pages say so.
 *
 * @public
 */
export type OriginBasis = 'made' | 'schedule' | 'onlyWriter' | 'unknown';

/** @public */
export interface PointOrigin {
  cluster?: string;
  basis: OriginBasis;
}

/** One backup as a point to go back to; once, however many clusters show it. @public */
export interface RecoveryPointSummary extends PointRef {
  /** Stable across clusters and re-synchronisation. */
  id: string;
  phase: string;
  schedule?: string;
  /** ISO 8601, UTC. */
  completedAt?: string;
  expiresAt?: string;
  origin: PointOrigin;
  /** Clusters that show it, the origin included. */
  seenFrom: string[];
  evidence: EvidenceStatus;
  /** Whether a location through which it can be restored is known to be available. */
  available: boolean;
}

/** What one point holds of one namespace, compared with what lives there. @public */
export interface PointAssessment {
  point: PointRef;
  grade: PointGrade;
  /** Objects that live and count, are older than the point, and are not in it. */
  missing: KindCount[];
  /** All volumes that live and count, the safe ones included. */
  volumes: VolumeFate[];
  /** Objects made after the point: lost with its age, not by its making. */
  newer: number;
  /** How many objects of the namespace the point holds, those that need none included. */
  held: number;
  /** About this namespace. */
  errors: number;
  warnings: number;
}
