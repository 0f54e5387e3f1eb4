import {
  Backup,
  BackupStorageLocation,
  ClusterRole,
  PointGrade,
  Problem,
  Restore,
  RestoreSpec,
} from '@appgear/backstage-plugin-velero-common';
import { BackedUpContents, Belonging, LiveTarget } from '../preview';

/** Plugins of Velero whose ConfigMap changes every restore in a cluster. */
export type RestorePluginName =
  | 'velero.io/change-storage-class'
  | 'velero.io/change-image-name';

export interface NamedConfigMap {
  name: string;
  data: Record<string, string>;
}

/**
 * A cluster to restore into, read as it is at the moment of asking: what
 * decides over a restore must not be older than the decision.
 *
 * All calls throw when the cluster does not answer; what is not there is
 * undefined.
 */
export interface RestoreTarget {
  readonly name: string;
  readonly role: ClusterRole;
  readonly veleroNamespace: string;
  /** Such as `v1.18.2`. */
  veleroVersion(): Promise<string | undefined>;
  /** Whether Velero restores CSI snapshots; undefined when that is not known. */
  csiEnabled(): Promise<boolean | undefined>;
  backup(name: string): Promise<Backup | undefined>;
  storageLocation(name: string): Promise<BackupStorageLocation | undefined>;
  /** In Velero's namespace. */
  configMap(name: string): Promise<Record<string, string> | undefined>;
  /** All that are labelled for a plugin; Velero itself fails on more than one. */
  pluginConfigMaps(plugin: RestorePluginName): Promise<NamedConfigMap[]>;
  /**
   * What lives in these namespaces, and in none, of these kinds.
   *
   * @param apiKinds - as a backup names them: `apps/v1/Deployment`
   */
  live(
    namespaces: readonly string[],
    apiKinds: ReadonlySet<string>,
  ): Promise<LiveTarget>;
  restores(): Promise<Restore[]>;
}

/** What a backup holds, and the digest of the files that say so. */
export interface ReadContents extends Omit<BackedUpContents, 'namespaces'> {
  digest: string;
  /** Belonging of the namespaces, where the backup itself tells. */
  namespaces?: ReadonlyMap<string, Belonging>;
}

/** What a backup holds could not be read. */
export class ContentsUnknownError extends Error {
  readonly name = 'ContentsUnknownError';

  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** Everything else a restore is judged by. */
export interface Estate {
  /** Undefined: no such cluster is configured. */
  target(cluster: string): RestoreTarget | undefined;
  /** Whether the name is of a bucket, which is only read; so for none by default. */
  isBucket?(name: string): boolean;
  /**
   * What a backup holds.
   *
   * @param fresh - read its files again, rather than what was kept of them
   * @throws ContentsUnknownError
   */
  contents(
    target: RestoreTarget,
    backup: Backup,
    options: { fresh: boolean; spec: RestoreSpec },
  ): Promise<ReadContents>;
  /** Whose a namespace of this name is, in the cluster or in the one it was backed up in. */
  belongingOf(cluster: string, namespace: string): Belonging;
  /** Workspace id to the entity references of its owners. */
  owners(
    workspaces: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /** What this backup is worth to these workspaces: the worst grade; `unknown` when one has none. */
  gradeOf(backup: Backup, workspaces: readonly string[]): Promise<PointGrade>;
}
