import { BackupLog, Restore } from '@appgear/backstage-plugin-velero-common';
import { LogSearch } from '../../evidence/logs';
import { RestoreTarget } from '../assessment';

/** A Restore of this name exists already. */
export class RestoreExistsError extends Error {
  readonly name = 'RestoreExistsError';
}

/**
 * The cluster will not take the Restore, however often it is asked: it is
 * invalid, or the portal's identity may not create it.
 */
export class RestoreRefusedError extends Error {
  readonly name = 'RestoreRefusedError';
}

/** What Velero wrote down about a Restore when it had ended. */
export interface RestoreFiles {
  /** `{"v1/ConfigMap": ["ns/name(created)"]}` */
  resourceList: Record<string, string[]>;
  results: { errors: RestoreMessages; warnings: RestoreMessages };
}

export interface RestoreMessages {
  velero?: string[];
  cluster?: string[];
  namespaces?: Record<string, string[]>;
}

/** A cluster that restores are created in, and followed. */
export interface RestoreCluster extends RestoreTarget {
  /**
   * @param dryRun - let the cluster check and change it as it would, and keep
   * nothing
   * @returns what the cluster keeps, or would keep
   * @throws RestoreExistsError, RestoreRefusedError; anything else means that
   * it is not known whether it was created
   */
  createRestore(
    restore: Restore,
    options: { dryRun: boolean },
  ): Promise<Restore>;
  restore(name: string): Promise<Restore | undefined>;
  /** @throws when the files cannot be read, or not yet */
  restoreFiles(name: string): Promise<RestoreFiles>;
  /**
   * Finds lines in the log of a Restore that ended.
   *
   * @returns undefined when the Restore is gone, and its log with it
   * @throws EvidenceError when it cannot be read
   */
  restoreLog(
    restore: { name: string; uid: string },
    search: LogSearch,
  ): Promise<BackupLog | undefined>;
}
