import {
  BucketStatus,
  ClusterFreshness,
  ClusterStatus,
  Problem,
  says,
} from '@appgear/backstage-plugin-velero-common';
import { Cluster, Source } from '../fleet';
import { Reader } from '../permissions';
import { ReadModel } from './ReadModel';
import { touchesSight } from './sight';
import { toIso } from './toIso';

export function freshnessOf(cluster: Source): ClusterFreshness {
  const { state, asOf } = cluster.view();
  return { cluster: cluster.name, state, asOf: toIso(asOf) };
}

/** Of the clusters that a reader may know of, or the one of them that he asks for. */
export function freshnessFor(
  model: ReadModel,
  reader: Reader,
  only?: string,
): ClusterFreshness[] {
  const seen = reader.clusters ? undefined : clustersInSight(model, reader);
  return model.fleet.sources
    .filter(({ name }) => !only || name === only)
    .filter(({ name }) => !seen || seen.has(name))
    .map(freshnessOf);
}

/** Those with namespaces of the reader's workspaces, or with backups that may hold them. */
function clustersInSight(model: ReadModel, reader: Reader): Set<string> {
  const workspaces = model.directory
    .all()
    .filter(({ id }) => reader.workspaces.sees(id));
  return new Set(
    workspaces.flatMap(({ id, clusters }) => [
      ...clusters,
      ...[...model.scopes.groupsTouching(id)].map(({ cluster }) => cluster),
    ]),
  );
}

export function describeCluster(
  cluster: Cluster,
  model: ReadModel,
  reader: Reader,
): ClusterStatus {
  const { name, title, role, veleroNamespace } = cluster;
  const view = cluster.view();
  return {
    ...freshnessOf(cluster),
    title,
    role,
    veleroNamespace,
    velero: view.velero,
    veleroVersion: view.identity?.veleroVersion,
    kubernetesVersion: view.identity?.kubernetesVersion,
    problems: [...view.problems, ...namespaceProblems(cluster, model)],
    stuckQueue: model.board.stuckQueue(name),
    counts: countOf(name, model, reader),
  };
}

/** The buckets that the portal reads by itself, for who may see storage. */
export function describeBuckets(
  { fleet }: ReadModel,
  reader: Reader,
): BucketStatus[] {
  return reader.storage
    ? fleet.buckets.map(source => {
        const { name, title, bucket, prefix, backupCount } = source;
        return {
          ...freshnessOf(source),
          title,
          bucket,
          ...(prefix && { prefix }),
          problems: source.view().problems,
          counts: {
            backups: backupCount,
            onlyHere: fleet.tables.backups.count(name),
            lostNamespaces: fleet.tables.namespaces.count(name),
          },
        };
      })
    : [];
}

/** A namespace that is not there looks like one that is empty. */
function namespaceProblems(
  { name, veleroNamespace, view }: Cluster,
  { fleet }: ReadModel,
): Problem[] {
  const { namespaces } = fleet.tables;
  const missing =
    view().velero === 'installed' &&
    namespaces.count(name) > 0 &&
    !namespaces.get(name, veleroNamespace);
  return missing
    ? [says('cluster.noVeleroNamespace', { namespace: veleroNamespace })]
    : [];
}

/** Counts what the reader may see. */
function countOf(
  cluster: string,
  model: ReadModel,
  reader: Reader,
): ClusterStatus['counts'] {
  const { fleet, directory, scopes } = model;
  const { schedules, restores, backupstoragelocations } = fleet.tables;
  const workspaces = directory
    .on(cluster)
    .filter(({ id }) => reader.workspaces.sees(id));
  const groups = scopes
    .groupsOn(cluster)
    .filter(group => touchesSight(group.workspaces, reader.backups));
  return {
    workspaces: workspaces.length,
    namespaces: reader.workspaces.all
      ? fleet.tables.namespaces.count(cluster)
      : workspaces
          .flatMap(({ namespaces }) => namespaces)
          .filter(namespace => namespace.cluster === cluster).length,
    backups: groups.reduce((count, { backups }) => count + backups.size, 0),
    schedules: [...schedules.of(cluster)].filter(schedule =>
      touchesSight(model.workspacesOfSchedule(schedule), reader.schedules),
    ).length,
    restores: [...restores.of(cluster)].filter(restore =>
      touchesSight(model.workspacesOfRestore(restore), reader.restores),
    ).length,
    storageLocations: reader.storage
      ? backupstoragelocations.count(cluster)
      : 0,
  };
}
