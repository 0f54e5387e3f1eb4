/**
 * What a cluster is for. Decides defaults of policy and how loudly the pages
 * speak, never what is read.
 *
 * @public
 */
export type ClusterRole = 'production' | 'dr' | 'staging' | 'development';

/**
 * - `connecting`: not heard from since the portal started
 * - `live`: listed, and its watches are open: what is shown is the present
 * - `stale`: was live, does not answer now: what is shown is as of `asOf`
 * - `unreachable`: never answered; `error` says why
 *
 * @public
 */
export type ClusterState = 'connecting' | 'live' | 'stale' | 'unreachable';

/**
 * Whether Velero's API is there. `notInstalled` is a cluster without Velero's
 * CRDs: it must never look like "no backups". `forbidden` is an identity of
 * the portal that may not read them.
 *
 * @public
 */
export type VeleroPresence =
  | 'installed'
  | 'notInstalled'
  | 'forbidden'
  | 'unknown';

/** What failed, where, and how to mend it. Never holds credentials. @public */
export interface Problem {
  message: string;
  /** What a person can do about it. */
  hint?: string;
  /** Of a sentence that the pages know in other languages: see `SENTENCES`. */
  key?: string;
  params?: Record<string, string | number>;
}

/**
 * How old an answer's view of one cluster is. Every answer carries it for
 * every cluster that it speaks of.
 *
 * @public
 */
export interface ClusterFreshness {
  cluster: string;
  state: ClusterState;
  /** ISO 8601, UTC. The last moment the view was known to be true; absent while `live` (it is true now) or never heard from. */
  asOf?: string;
}

/**
 * A queue of backups that does not move though no backup is in progress: Velero
 * 1.18 may count one that ended as running for ever. It goes on when Velero is
 * restarted.
 *
 * @public
 */
export interface StuckQueue {
  /** ISO 8601, UTC. Nothing moved since then. */
  since: string;
  /** How many backups wait. */
  waiting: number;
}

/** One configured cluster. @public */
export interface ClusterStatus extends ClusterFreshness {
  title: string;
  role: ClusterRole;
  /** The namespace Velero runs in. */
  veleroNamespace: string;
  velero: VeleroPresence;
  /** Such as `v1.18.2`; from a ServerStatusRequest or the server Deployment's image, when readable. */
  veleroVersion?: string;
  /** Such as `v1.35.7`. */
  kubernetesVersion?: string;
  /** Why the cluster is not `live`, or cannot be read in part. */
  problems: Problem[];
  /** Only while its queue is stuck. */
  stuckQueue?: StuckQueue;
  counts: {
    workspaces: number;
    namespaces: number;
    backups: number;
    schedules: number;
    restores: number;
    storageLocations: number;
  };
}

/**
 * A bucket that the portal reads by itself, and never writes to: what it holds
 * is known though every cluster is gone. Its name stands where that of a
 * cluster does, `cluster`.
 *
 * @public
 */
export interface BucketStatus extends ClusterFreshness {
  title: string;
  bucket: string;
  prefix?: string;
  /** Why it cannot be read, or which backups in it cannot. */
  problems: Problem[];
  counts: {
    /** All that ended. */
    backups: number;
    /** Those that no cluster shows. */
    onlyHere: number;
    /** Namespaces that no cluster shows, and that backups hold. */
    lostNamespaces: number;
  };
}
