import { Problem } from './clusters';

/** One backup of a topology A host: a folder of dumps and data. @public */
export interface TopologyABackup {
  name: string;
  /** ISO 8601. */
  startedAt: string;
  /** ISO 8601. */
  finishedAt: string;
  /** Of all its files together. */
  bytes: number;
  files: number;
  /**
   * What the last check of its checksums found, on the host; absent when it
   * was never checked. `intact` files may still not restore.
   */
  checked?: { at: string; result: 'intact' | 'damaged' };
}

/**
 * A Docker host for development and demos, by the manifest that
 * `topology-a/appgear-backup` writes. Never counted as protection: one copy,
 * and nothing proves that it restores.
 *
 * @public
 */
export interface TopologyAHost {
  /** As configured. */
  name: string;
  disasterRecovery: false;
  /** ISO 8601. When the manifest was last read; absent when it never could be. */
  readAt?: string;
  /** Why the manifest cannot be read now. What is shown is as of `readAt`. */
  problem?: Problem;
  lastRun?: {
    startedAt: string;
    finishedAt: string;
    result: 'succeeded' | 'failed';
  };
  /** The newest backup is older than the configuration allows, or there is none; absent when never read. */
  isStale?: boolean;
  /** The newest first; at most 5. */
  backups: TopologyABackup[];
  /** How many there are. */
  total: number;
}
