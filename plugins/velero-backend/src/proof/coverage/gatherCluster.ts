import {
  NEWEST_VELERO,
  parseVeleroVersion,
} from '@appgear/backstage-plugin-velero-common';
import { ReadModel } from '../../answers';
import { LiveInventory } from '../../inventory';
import {
  CoverageNamespace,
  CoverageWorld,
  ProtectionPolicy,
} from '../../protection';

/** Where a cluster's facts come from. */
export interface CoverageSources {
  model: ReadModel;
  inventory: LiveInventory;
  policy: ProtectionPolicy;
  /** Whether Velero takes CSI snapshots there; undefined: not known. */
  takesCsiSnapshots(cluster: string): Promise<boolean | undefined>;
}

/** A cluster, and part of what lives in it. */
export interface CoverageCluster {
  world: CoverageWorld;
  /** How many objects of the workspaces were taken in. */
  objects: number;
  /** Ids of workspaces that did not fit. */
  omitted: string[];
}

/** Enough for any page; a portal has other things to do. */
const MAX_OBJECTS = 50_000;

const UNREAD = { state: 'unread' } as const;

/**
 * A cluster as a backup would find it. All its namespaces are there, as
 * patterns are about all; what lives in them only of the wanted workspaces.
 */
export async function gatherCluster(
  cluster: string,
  isWanted: (workspace: string) => boolean,
  sources: CoverageSources,
): Promise<CoverageCluster> {
  const { model, inventory, policy } = sources;
  const { fleet } = model;
  const state = inventory.stateOf(cluster);
  const records = [...fleet.tables.namespaces.of(cluster)];
  const namespaces: CoverageNamespace[] = [];
  const omitted = new Set<string>();
  let objects = 0;
  for (const record of records) {
    const workspace = model.directory.idOf(record);
    const wanted = workspace !== undefined && isWanted(workspace);
    const content =
      wanted && state && objects < MAX_OBJECTS
        ? await inventory.namespace(cluster, record.name)
        : undefined;
    objects += content?.objects.length ?? 0;
    if (wanted && objects >= MAX_OBJECTS) {
      omitted.add(workspace);
    }
    const { name, labels, terminating } = record;
    namespaces.push({
      name,
      labels,
      terminating,
      workspace: wanted ? workspace : undefined,
      live: content
        ? { state: 'read', content, unreadable: state!.unreadable }
        : UNREAD,
    });
  }
  const outside = await inventory.namespace(cluster, '');
  const { identity } = fleet.cluster(cluster)?.view() ?? {};
  return {
    world: {
      veleroVersion:
        parseVeleroVersion(identity?.veleroVersion ?? '') ?? NEWEST_VELERO,
      namespaces: namespaces.map(namespace =>
        omitted.has(namespace.workspace ?? '')
          ? { ...namespace, workspace: undefined, live: UNREAD }
          : namespace,
      ),
      clusterScoped: outside?.objects ?? [],
      types: state?.types ?? [],
      csi: await sources.takesCsiSnapshots(cluster),
      policy,
    },
    objects,
    omitted: [...omitted].sort(),
  };
}
