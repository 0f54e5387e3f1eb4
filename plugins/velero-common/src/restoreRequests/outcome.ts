/** What Velero did with one object. @public */
export type RestoreResult = 'created' | 'updated' | 'skipped' | 'failed';

/** @public */
export interface RestoredObject {
  /** As Velero writes it: `apps/v1/Deployment`. */
  apiKind: string;
  /** Absent for cluster-scoped objects. */
  namespace?: string;
  name: string;
  result: RestoreResult;
}

/** Velero's own words about a restore, or about a namespace of it. @public */
export interface RestoreMessage {
  namespace?: string;
  text: string;
}

/** What a restore came to. @public */
export interface RestoreOutcomeSummary {
  /** As Velero wrote it. */
  phase: string;
  results: Record<RestoreResult, number>;
  /** The first 500. */
  errors: RestoreMessage[];
  /** The first 500. */
  warnings: RestoreMessage[];
  /** Whether Velero's list of what it did was read; without it a phase is only a word. */
  proven: boolean;
  /** ISO 8601, UTC. */
  startedAt?: string;
  completedAt?: string;
}

/** How far a running restore is. @public */
export interface RestoreProgress {
  restoreName: string;
  /** As Velero writes it; empty when it has not looked yet. */
  phase: string;
  itemsRestored?: number;
  totalItems?: number;
  /** ISO 8601, UTC: no progress since then, for longer than the configuration allows. */
  stuckSince?: string;
}
