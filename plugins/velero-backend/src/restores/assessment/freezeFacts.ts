import {
  Backup,
  BackupStorageLocation,
  TargetNamespace,
} from '@appgear/backstage-plugin-velero-common';
import { FrozenBackup, FrozenNamespace, FrozenStorage } from '../freeze';
import { LiveTarget } from '../preview';

/** The namespaces written into, as they are now. */
export function freezeNamespaces(
  targets: readonly TargetNamespace[],
  live: LiveTarget,
): FrozenNamespace[] {
  return targets.map(({ name }) => {
    const found = live.namespace(name);
    return {
      name,
      ...(found && { uid: found.uid }),
      ...(found?.workspace !== undefined && { workspace: found.workspace }),
      ...(found?.tenant !== undefined && { tenant: found.tenant }),
    };
  });
}

export function freezeStorage({
  metadata,
  spec,
}: BackupStorageLocation): FrozenStorage {
  const endpoint = spec?.config?.s3Url;
  const { bucket, prefix } = spec?.objectStorage ?? {};
  return {
    location: metadata.name,
    provider: spec?.provider ?? '',
    ...(bucket && { bucket }),
    ...(prefix && { prefix }),
    ...(endpoint && { endpoint }),
  };
}

export function freezeBackup(
  { metadata, status }: Backup,
  contentsDigest: string,
): FrozenBackup {
  const { startTimestamp, completionTimestamp, expiration } = status ?? {};
  return {
    name: metadata.name,
    phase: status?.phase ?? '',
    ...(startTimestamp && { startedAt: startTimestamp }),
    ...(completionTimestamp && { completedAt: completionTimestamp }),
    ...(expiration && { expiresAt: expiration }),
    contentsDigest,
  };
}
