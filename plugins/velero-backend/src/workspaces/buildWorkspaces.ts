import { BackupIntent } from '@appgear/backstage-plugin-velero-common';
import { WorkspacesConfig } from '../config';
import { compareKeys, NamespaceRecord } from '../fleet';
import { WorkspaceClaim } from './catalogClaims';
import { Placement, placeNamespace, toGroupRef } from './placeNamespace';
import { Workspace } from './Workspace';

interface Placed extends Placement {
  namespace: NamespaceRecord;
}

/**
 * Groups the fleet's namespaces into workspaces.
 *
 * @param clusters - in the order of the configuration
 * @param claims - the catalog entities that stand for workspaces, by id
 */
export function buildWorkspaces(
  namespaces: Iterable<NamespaceRecord>,
  clusters: readonly string[],
  claims: ReadonlyMap<string, WorkspaceClaim>,
  config: WorkspacesConfig,
): Map<string, Workspace> {
  const placed = new Map<string, Placed[]>();
  const all = [...namespaces];
  for (const namespace of [
    ...all.filter(({ isLost }) => !isLost),
    ...all.filter(({ isLost }) => isLost),
  ]) {
    const placement = placeNamespace(namespace, config);
    if (placement) {
      const siblings = placed.get(placement.workspaceId) ?? [];
      if (isNamesake(namespace, placement, siblings)) {
        continue;
      }
      siblings.push({ ...placement, namespace });
      placed.set(placement.workspaceId, siblings);
    }
  }
  return new Map(
    [...placed].map(([id, members]) => [
      id,
      build(id, members, clusters, claims.get(id), config),
    ]),
  );
}

/**
 * A lost namespace that is only called as a living workspace is: to show its
 * backups to that workspace's people would be a guess.
 */
function isNamesake(
  { name, isLost }: NamespaceRecord,
  { workspaceId }: Placement,
  siblings: Placed[],
): boolean {
  return (
    isLost === true &&
    workspaceId === name &&
    siblings.some(({ namespace }) => !namespace.isLost)
  );
}

function build(
  id: string,
  members: Placed[],
  clusters: readonly string[],
  claim: WorkspaceClaim | undefined,
  config: WorkspacesConfig,
): Workspace {
  // Where namespaces disagree, the oldest knows: copies and restores came later.
  const byAge = [...members].sort(
    (a, b) =>
      a.namespace.createdAt - b.namespace.createdAt ||
      compareKeys(a.namespace.cluster, b.namespace.cluster) ||
      compareKeys(a.namespace.name, b.namespace.name),
  );
  const rank = new Map(clusters.map((cluster, index) => [cluster, index]));
  const namespaces = members
    .map(({ namespace }) => namespace)
    .sort(
      (a, b) =>
        rank.get(a.cluster)! - rank.get(b.cluster)! ||
        compareKeys(a.name, b.name),
    );
  return {
    id,
    title: claim?.title ?? id,
    tenant: byAge.find(({ tenant }) => tenant)?.tenant,
    owner: ownerOf(byAge, claim, config),
    entityRef: claim?.entityRef,
    clusters: [...new Set(namespaces.map(({ cluster }) => cluster))],
    namespaces,
    intent: intentOf(members),
  };
}

/** What the namespaces say goes before what the catalog says: not everyone may annotate namespaces. */
function ownerOf(
  byAge: Placed[],
  claim: WorkspaceClaim | undefined,
  config: WorkspacesConfig,
): string | undefined {
  return (
    byAge.find(({ owner }) => owner)?.owner ??
    (config.ownersFromCatalog ? claim?.owner : undefined) ??
    toGroupRef(config.defaultOwner)
  );
}

function intentOf(members: Placed[]): BackupIntent {
  const living = members.filter(({ namespace }) => !namespace.isLost);
  if (living.length === 0) {
    return 'unknown';
  }
  const enabled = living.filter(({ backupEnabled }) => backupEnabled).length;
  if (enabled === living.length) {
    return 'enabled';
  }
  return enabled === 0 ? 'disabled' : 'mixed';
}
