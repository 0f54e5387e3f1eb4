import type {
  NamespaceAssessment,
  PointAssessment,
  PointGrade,
  ProtectionReason,
  RecoveryPointSummary,
  RpoAssessment,
  Verdict,
  WorkspaceAssessment,
} from '../protection';
import { z } from 'zod';
import { ClusterFreshness } from './clusters';
import { MAX_PAGE_SIZE } from './paging';

/**
 * What would be lost of a workspace if its clusters died now, in numbers: the
 * sentence of loss. What changed since `pointAt` is lost in any case.
 *
 * @public
 */
export interface LossSummary {
  /** There is nothing to go back to. */
  everything: boolean;
  /** ISO 8601, UTC: the point one would go back to; of the namespace where it is oldest. */
  pointAt?: string;
  /** Objects that no point holds though they are old enough. */
  objects: number;
  /** Volumes whose data would be gone. */
  volumes: number;
  /** Objects that were made after the point. */
  newer: number;
  /** False: not everything is known, so more may be lost. */
  complete: boolean;
}

/** How well a workspace is protected, for lists. @public */
export interface ProtectionSummary {
  verdict: Verdict;
  /** The worst first, at most three; all by `GET /workspaces/:id/protection`. */
  reasons: ProtectionReason[];
  /** How many things may soon be wrong. */
  warnings: number;
  targetSeconds: number;
  targetSource: RpoAssessment['targetSource'];
  /**
   * ISO 8601, UTC: when the newest point was taken that is proven to hold
   * everything; of the namespace where it is oldest. Its age is the achieved
   * RPO. Absent: a namespace has none.
   */
  provenAt?: string;
  loss: LossSummary;
}

/** Answer of `GET /workspaces/:id/protection`. @public */
export interface WorkspaceProtection extends WorkspaceAssessment {
  /** ISO 8601, UTC. */
  assessedAt: string;
  summary: ProtectionSummary;
  /** The newest 30 points of each; more by `GET /workspaces/:id/recovery-points`. */
  namespaces: NamespaceAssessment[];
  /** When it was read what lives in each cluster, and what could not be. */
  inventory: {
    cluster: string;
    /** ISO 8601, UTC; absent: not yet. */
    readAt?: string;
    unreadable: string[];
  }[];
  freshness: ClusterFreshness[];
}

/** What one point holds of one namespace of the workspace. @public */
export interface NamespacePoint extends Omit<PointAssessment, 'point'> {
  cluster: string;
  namespace: string;
}

/** One recovery point of a workspace. @public */
export interface WorkspaceRecoveryPoint extends RecoveryPointSummary {
  /** The worst of the namespaces; absent: it is no point to go back to now. */
  grade?: PointGrade;
  namespaces: NamespacePoint[];
}

/** Query of `GET /workspaces/:id/recovery-points`: newest first. @public */
export const recoveryPointsQuerySchema = z.strictObject({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(50),
  schedule: z.string().max(253).optional(),
});

/** @public */
export type RecoveryPointsQuery = z.input<typeof recoveryPointsQuerySchema>;

/** Answer of `GET /workspaces/:id/recovery-points`. @public */
export interface WorkspaceRecoveryPoints {
  items: WorkspaceRecoveryPoint[];
  /** Of each schedule the newest 60 count. */
  total: number;
  offset: number;
  limit: number;
  freshness: ClusterFreshness[];
}

/** The fleet's verdicts, for the overview. @public */
export interface ProtectionOverview {
  verdicts: Record<Verdict, number>;
  /** Who is not safe, the worst first; at most 10. */
  unsafe: { workspace: string; title: string; protection: ProtectionSummary }[];
  /** Backups whose evidence is still to be read. */
  evidenceBacklog: number;
  /** Clusters that refused one backup after the other, and are asked again later. */
  evidencePaused: string[];
}
