import { RestoreSpec } from '@appgear/backstage-plugin-velero-common';
import { digestOf } from './digest';

/**
 * Everything that decides what a restore will do, as it was when people were
 * asked. Read again before the restore starts; a difference invalidates.
 *
 * The backup's UID is not in it: a sync from the bucket makes the same backup
 * anew with another one. Its files' digest and its timestamps are.
 */
export interface FrozenRestore {
  cluster: FrozenCluster;
  spec: RestoreSpec;
  /** The namespaces that the restore writes into, sorted by name. */
  namespaces: FrozenNamespace[];
  storage: FrozenStorage;
  backup: FrozenBackup;
  /** Sorted by role and name. */
  configMaps: FrozenConfigMap[];
  /** Digest of the gate's own configuration. */
  policyDigest: string;
}

export interface FrozenCluster {
  name: string;
  veleroNamespace: string;
  /** Absent when it could not be found out. */
  veleroVersion?: string;
}

export interface FrozenNamespace {
  name: string;
  /** Absent: the namespace does not exist, and Velero will make it. */
  uid?: string;
  workspace?: string;
  tenant?: string;
}

export interface FrozenStorage {
  location: string;
  provider: string;
  bucket?: string;
  prefix?: string;
  /** The `s3Url` of the location's config, when it has one. */
  endpoint?: string;
}

export interface FrozenBackup {
  name: string;
  phase: string;
  startedAt?: string;
  completedAt?: string;
  expiresAt?: string;
  /** Digest of what the backup's own files say it holds. */
  contentsDigest: string;
}

/**
 * A ConfigMap that changes what is restored: the one the spec names, or one
 * that changes every restore in the cluster.
 */
export interface FrozenConfigMap {
  role: 'resourceModifier' | 'changeStorageClass' | 'changeImageName';
  name: string;
  data: Record<string, string>;
}

/**
 * The digest that a requester files, approvers vote on, and the Restore bears
 * in its annotations.
 *
 * @param effectsDigest - of the preview's effects, object by object
 */
export function approvalDigest(
  frozen: FrozenRestore,
  effectsDigest: string,
): string {
  return digestOf({ frozen, effectsDigest });
}
