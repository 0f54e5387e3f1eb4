import { Fleet, RestoreRecord } from '../../fleet';
import { BackupScopes } from './BackupScopes';
import { ScopeReader } from './ScopeReader';

/**
 * Ids of the workspaces that a restore may touch: those whose data it brings,
 * and those that it writes into.
 */
export function workspacesOfRestore(
  restore: RestoreRecord,
  context: { fleet: Fleet; reader: ScopeReader; scopes: BackupScopes },
): Set<string> {
  const { fleet, reader, scopes } = context;
  const { cluster, spec } = restore;
  const backup = fleet.tables.backups.get(cluster, restore.backup ?? '');
  const sources = reader.workspaces(
    spec,
    backup
      ? reader.storages.sharingClusters(cluster, backup.storageLocation)
      : [cluster],
  );
  const held = backup && scopes.workspacesOf(backup);
  const targets = Object.values(spec.namespaceMapping ?? {}).map(String);
  return new Set([
    ...[...sources].filter(id => !held || held.has(id)),
    // An empty list would mean all namespaces.
    ...(targets.length
      ? reader.workspaces({ includedNamespaces: targets }, [cluster])
      : []),
  ]);
}
