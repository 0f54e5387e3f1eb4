import {
  NamespaceCoverage,
  ScheduleSummary,
} from '@appgear/backstage-plugin-velero-common';
import {
  VeleroService,
  VeleroServiceOptions,
} from '@appgear/backstage-plugin-velero-node';
import { fromBackend } from '../asking';
import { CoverageFinding } from './CoverageFinding';
import { describeGap } from './describeGap';

interface Asked {
  workspace: string;
  /** On all that have it by default. */
  cluster?: string;
}

/** A schedule that will run, and what it would hold of one cluster's part. */
interface Forecast {
  schedule: ScheduleSummary;
  namespaces: NamespaceCoverage[];
  diff?: string;
}

/** These do not run until somebody mends them. */
const IDLE: ReadonlyArray<ScheduleSummary['condition']> = [
  'paused',
  'invalid',
  'stalled',
];
const MOST_SCHEDULES = 50;

/** Asks the DR backend's simulator about a workspace that lives. @throws NotFoundError */
export async function checkLiving(
  velero: VeleroService,
  { workspace, cluster }: Asked,
  options: VeleroServiceOptions,
): Promise<CoverageFinding> {
  const { clusters } = await fromBackend(
    velero.getWorkspace(workspace, options),
  );
  const asked = clusters.filter(name => !cluster || name === cluster);
  if (asked.length === 0) {
    return {
      covered: false,
      schedules: [],
      missing: [`Workspace ${workspace} has nothing on cluster ${cluster}`],
    };
  }
  const findings = await Promise.all(
    asked.map(name =>
      checkCluster(velero, { workspace, cluster: name }, options),
    ),
  );
  const runs = findings.map(({ nextRunAt }) => nextRunAt);
  const covered = findings.every(finding => finding.covered);
  return {
    covered,
    schedules: findings.flatMap(({ schedules }) => schedules),
    missing: findings.flatMap(({ missing }) => missing),
    // Each cluster's part is held only after its own run.
    ...(covered && { nextRunAt: runs.sort().at(-1) }),
  };
}

async function checkCluster(
  velero: VeleroService,
  { workspace, cluster }: Required<Asked>,
  options: VeleroServiceOptions,
): Promise<CoverageFinding> {
  const { items } = await fromBackend(
    velero.listSchedules(
      { workspace, cluster, limit: MOST_SCHEDULES },
      options,
    ),
  );
  const idle = items.filter(({ condition }) => IDLE.includes(condition));
  const running = items.filter(schedule => !idle.includes(schedule));
  const forecasts = await Promise.all(
    running.map(async schedule => {
      const { simulation, patch } = await fromBackend(
        velero.getScheduleCoverage(
          { cluster, name: schedule.name, workspace },
          options,
        ),
      );
      const { namespaces } = simulation;
      return { schedule, namespaces, diff: patch?.diff };
    }),
  );
  const taking = forecasts
    .filter(takesAll)
    .sort((a, b) => runOf(a).localeCompare(runOf(b)));
  if (taking.length > 0) {
    return {
      covered: true,
      schedules: taking.map(({ schedule }) => `${cluster}/${schedule.name}`),
      nextRunAt: taking[0].schedule.nextRunAt,
      missing: [],
    };
  }
  return {
    covered: false,
    schedules: items.map(({ name }) => `${cluster}/${name}`),
    missing: [
      ...forecasts.flatMap(forecast => describeForecast(cluster, forecast)),
      ...idle.map(
        ({ name, condition, reason }) =>
          `Schedule ${name} on ${cluster} does not run (${condition})${
            reason ? `: ${reason}` : ''
          }`,
      ),
      ...(items.length === 0
        ? [
            `No schedule on ${cluster} takes workspace ${workspace}: add its namespaces to one (velero:schedule:render)`,
          ]
        : []),
    ],
  };
}

/** An empty workspace is taken by a schedule in whose scope it lies. */
function takesAll({ namespaces }: Forecast): boolean {
  return (
    namespaces.length > 0 &&
    namespaces.every(
      ({ outcome }) => outcome === 'all' || outcome === 'nothingLives',
    )
  );
}

function runOf({ schedule }: Forecast): string {
  return schedule.nextRunAt ?? '9999';
}

function describeForecast(
  cluster: string,
  { schedule, namespaces, diff }: Forecast,
): string[] {
  return [
    ...namespaces
      .filter(({ outcome }) => outcome !== 'all')
      .map(
        namespace =>
          `Schedule ${schedule.name} on ${cluster}: ${describeGap(namespace)}`,
      ),
    ...(diff ? [`This change of ${schedule.name} would help:\n${diff}`] : []),
  ];
}
