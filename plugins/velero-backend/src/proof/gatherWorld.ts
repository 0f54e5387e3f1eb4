import { Evidence, NamespaceEvidence } from '../evidence';
import { compareKeys, NamespaceRecord, takenAt } from '../fleet';
import { LiveInventory } from '../inventory';
import {
  LiveState,
  NamespaceWorld,
  PointContents,
  PointEvidence,
  RecoveryPoint,
  WorkspaceWorld,
} from '../protection';
import { BackupScopes, ScopeGroup, Workspace } from '../workspaces';
import { NamesCache } from './NamesCache';
import { PointIndex } from './PointIndex';

/** Where a workspace's facts come from. */
export interface WorldSources {
  scopes: BackupScopes;
  points: PointIndex;
  evidence: Evidence;
  inventory: LiveInventory;
  names: NamesCache;
  /** @see ProtectionPolicy.exemptKinds */
  exemptKinds: readonly string[];
}

/** Of each schedule; older ones do not change a verdict any more. */
const NEWEST_POINTS = 60;

/** Gathers everything that the verdict on a workspace depends on. */
export async function gatherWorld(
  workspace: Workspace,
  sources: WorldSources,
): Promise<WorkspaceWorld> {
  const { scopes, evidence } = sources;
  const groups = [...scopes.groupsTouching(workspace.id)].map(group => ({
    group,
    points: pointsOf(group, sources.points),
  }));
  const ids = new Set(
    groups.flatMap(({ points }) => points.map(({ id }) => id)),
  );
  const [contents, namespaces] = await Promise.all([
    readContents([...ids], workspace, sources),
    Promise.all(
      workspace.namespaces.map(async namespace =>
        toNamespaceWorld(namespace, await liveOf(namespace, sources), {
          groups: groups.filter(({ group }) =>
            scopes.namespacesOf(group).has(namespace),
          ),
        }),
      ),
    ),
  ]);
  return {
    id: workspace.id,
    intent: workspace.intent,
    namespaces,
    evidenceOf: id => evidenceOf(id, evidence, contents),
  };
}

interface GroupPoints {
  group: ScopeGroup;
  points: RecoveryPoint[];
}

function pointsOf({ backups }: ScopeGroup, index: PointIndex): RecoveryPoint[] {
  return backups
    .rows()
    .slice(-NEWEST_POINTS)
    .sort((a, b) => compareKeys(takenAt(b), takenAt(a)))
    .flatMap(backup => index.pointOf(backup) ?? []);
}

function toNamespaceWorld(
  namespace: NamespaceRecord,
  live: LiveState,
  { groups }: { groups: GroupPoints[] },
): NamespaceWorld {
  const points = new Map(
    groups.flatMap(group => group.points.map(point => [point.id, point])),
  );
  const { cluster, name, createdAt, terminating, labels, annotations, isLost } =
    namespace;
  return {
    cluster,
    name,
    createdAt,
    terminating,
    ...(isLost && { isLost }),
    labels,
    annotations,
    live,
    points: [...points.values()],
  };
}

async function liveOf(
  { cluster, name }: NamespaceRecord,
  { inventory, exemptKinds }: WorldSources,
): Promise<LiveState> {
  const state = inventory.stateOf(cluster);
  const content = state && (await inventory.namespace(cluster, name));
  if (!content) {
    return { state: 'unread' };
  }
  return {
    state: 'read',
    content,
    unreadable: state.unreadable.filter(kind => !exemptKinds.includes(kind)),
  };
}

type ContentsByPoint = Map<string, Map<string, PointContents>>;

async function readContents(
  ids: string[],
  { namespaces }: Workspace,
  { evidence, names }: WorldSources,
): Promise<ContentsByPoint> {
  const read = ids.filter(id => evidence.ledger.get(id)?.state === 'read');
  const rows = await evidence.store.namespaces(read, [
    ...new Set(namespaces.map(({ name }) => name)),
  ]);
  const lists = await names.get(rows.map(({ contents }) => contents));
  const found: ContentsByPoint = new Map();
  for (const row of rows) {
    const objects = lists.get(row.contents);
    const point = found.get(row.evidenceId) ?? new Map();
    found.set(row.evidenceId, point);
    if (objects) {
      point.set(row.namespace, toContents(row, objects));
    }
  }
  return found;
}

function toContents(
  { contents, volumes, errors, warnings }: NamespaceEvidence,
  objects: PointContents['objects'],
): PointContents {
  return { digest: contents, objects, volumes, errors, warnings };
}

function evidenceOf(
  id: string,
  { ledger }: Evidence,
  contents: ContentsByPoint,
): PointEvidence {
  const state = ledger.get(id);
  switch (state?.state) {
    case 'read':
      return {
        state: 'read',
        volumesRecorded: state.volumesRecorded,
        contentsOf: namespace => contents.get(id)?.get(namespace),
      };
    case 'unknown':
      return {
        state: 'unknown',
        failure: state.failure!,
        nextAttemptAt: state.nextAttemptAt,
      };
    default:
      return { state: 'waiting' };
  }
}
