import {
  CoverageOutcome,
  CoverageSimulation,
  ForecastVolume,
  formatVeleroVersion,
  InventoryObject,
  MissedKinds,
  MissReason,
  NamespaceCoverage,
  objectKey,
  selectForBackup,
  VolumeForecast,
} from '@appgear/backstage-plugin-velero-common';
import { CountedLive, countedLive, isNothing, kindCounts } from '../grading';
import { CoverageNamespace, CoverageWorld, Template } from './CoverageWorld';
import { VolumeForecaster } from './VolumeForecaster';

const LOST: ReadonlySet<VolumeForecast> = new Set<VolumeForecast>([
  'local',
  'notSaved',
  'notHeld',
]);

/**
 * What a backup by a template would hold of each workspace of a cluster,
 * before it runs; by the selection that the sandbox's Velero uses, and that
 * was compared with the real one.
 */
export function simulateCoverage(
  template: Template,
  world: CoverageWorld,
): CoverageSimulation {
  const { veleroVersion, namespaces, clusterScoped, types } = world;
  const selection = selectForBackup(
    template,
    {
      objects: [...namespaces.flatMap(objectsOf), ...clusterScoped],
      types: [...types],
    },
    { veleroVersion },
  );
  const held = new Set(
    selection.captured.map(({ object }) => objectKey(object)),
  );
  const why = new Map(
    selection.missed.map(it => [objectKey(it.object), it.why]),
  );
  const forecaster = new VolumeForecaster(template, world, held);
  return {
    veleroVersion: formatVeleroVersion(veleroVersion),
    problems: selection.problems,
    namespaces: namespaces
      .filter(({ workspace, terminating }) => workspace && !terminating)
      .map(namespace => coverageOf(namespace, world, held, why, forecaster))
      .sort(byWorkspace),
  };
}

function objectsOf({
  name,
  labels,
  terminating,
  live,
}: CoverageNamespace): InventoryObject[] {
  const namespace = {
    group: '',
    version: 'v1',
    kind: 'Namespace',
    plural: 'namespaces',
    namespaced: false,
    name,
    labels: { ...labels },
    ...(terminating && { terminating }),
  };
  return [namespace, ...(live.state === 'read' ? live.content.objects : [])];
}

function coverageOf(
  { name, workspace = '', live }: CoverageNamespace,
  { policy }: CoverageWorld,
  held: ReadonlySet<string>,
  why: ReadonlyMap<string, MissReason>,
  forecaster: VolumeForecaster,
): NamespaceCoverage {
  const nothing = { held: 0, total: 0, missed: [], volumes: [], excluded: [] };
  if (live.state === 'unread') {
    return { namespace: name, workspace, outcome: 'unknown', ...nothing };
  }
  const counted = countedLive(live.content, policy.exemptKinds);
  const all = [
    ...counted.objects,
    ...counted.claims.map(({ object }) => object),
  ];
  const missing = all.filter(object => !held.has(objectKey(object)));
  const volumes = counted.claims.map(claim => forecaster.forecast(claim));
  return {
    namespace: name,
    workspace,
    outcome: outcomeOf(
      counted,
      all.length - missing.length,
      missing.length,
      volumes,
    ),
    held: all.length - missing.length,
    total: all.length,
    missed: missedKinds(missing, why),
    volumes,
    excluded: kindCounts(counted.excluded),
  };
}

function outcomeOf(
  counted: CountedLive,
  held: number,
  missing: number,
  volumes: readonly ForecastVolume[],
): CoverageOutcome {
  if (isNothing(counted)) {
    return 'nothingLives';
  }
  if (held === 0) {
    return 'nothing';
  }
  const lost = volumes.some(({ forecast }) => LOST.has(forecast));
  if (missing > 0 || lost) {
    return 'part';
  }
  return volumes.some(({ forecast }) => forecast === 'unknown')
    ? 'unknown'
    : 'all';
}

function missedKinds(
  missing: readonly InventoryObject[],
  why: ReadonlyMap<string, MissReason>,
): MissedKinds[] {
  const byReason = new Map<MissReason, InventoryObject[]>();
  for (const object of missing) {
    const reason = why.get(objectKey(object)) ?? 'kindNotIncluded';
    byReason.set(reason, [...(byReason.get(reason) ?? []), object]);
  }
  return [...byReason]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, objects]) => ({ why: reason, kinds: kindCounts(objects) }));
}

function byWorkspace(a: NamespaceCoverage, b: NamespaceCoverage): number {
  const key = ({ workspace, namespace }: NamespaceCoverage) =>
    `${workspace}\n${namespace}`;
  return key(a) < key(b) ? -1 : 1;
}
