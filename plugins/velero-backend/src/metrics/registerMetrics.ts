import { Verdict, VERDICTS } from '@appgear/backstage-plugin-velero-common';
import {
  MetricsService,
  MetricsServiceObservableResult,
} from '@backstage/backend-plugin-api/alpha';
import { ReadModel } from '../answers';
import { Proof } from '../proof';

type Observe = MetricsServiceObservableResult['observe'];

interface Gauge {
  /** Ends in its unit: some exporters to Prometheus add it, and some do not. */
  name: string;
  description: string;
  unit?: string;
  read(observe: Observe): void;
}

/**
 * Tells the portal's metrics how well the fleet is protected, and how the
 * portal keeps up with reading it. Read when they are collected; nothing is
 * counted in between.
 */
export function registerMetrics(
  metrics: MetricsService,
  model: ReadModel,
  proof: Proof,
): void {
  const gauges = [...ofWorkspaces(model, proof), ...ofReading(model, proof)];
  for (const { name, description, unit, read } of gauges) {
    metrics
      .createObservableGauge(`velero_dr.${name}`, { description, unit })
      .addCallback(result => read((...args) => result.observe(...args)));
  }
}

function ofWorkspaces({ directory }: ReadModel, { assessor }: Proof): Gauge[] {
  const each = (
    value: (
      standing: NonNullable<ReturnType<typeof assessor.of>>,
    ) => number | undefined,
  ) => ({
    read(observe: Observe) {
      for (const { id, tenant = '' } of directory.all()) {
        const standing = assessor.of(id);
        const found = standing && value(standing);
        if (found !== undefined) {
          observe(found, { workspace: id, tenant });
        }
      }
    },
  });
  return [
    {
      name: 'workspaces',
      description: 'Workspaces by verdict',
      read(observe) {
        const counts = new Map<Verdict, number>();
        for (const { summary } of assessor.all()) {
          const { verdict } = summary;
          counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
        }
        VERDICTS.forEach(verdict =>
          observe(counts.get(verdict) ?? 0, { verdict }),
        );
      },
    },
    {
      name: 'workspace.protected',
      description: '1 when the workspace is proven to be protected, else 0',
      ...each(({ summary }) => Number(summary.verdict === 'protected')),
    },
    {
      name: 'rpo.achieved.seconds',
      description:
        'Age of the newest recovery point that is proven to hold everything',
      unit: 's',
      ...each(({ summary: { provenAt } }) =>
        provenAt === undefined
          ? undefined
          : (Date.now() - Date.parse(provenAt)) / 1000,
      ),
    },
    {
      name: 'rpo.target.seconds',
      description: 'How old that recovery point may be',
      unit: 's',
      ...each(({ summary }) => summary.targetSeconds),
    },
    {
      name: 'volumes.stored.bytes',
      description:
        'Bytes of volume data in the newest recovery point, before deduplication and compression',
      unit: 'By',
      ...each(({ storedBytes }) => storedBytes),
    },
  ];
}

function ofReading(
  { fleet, board }: ReadModel,
  { evidence, inventory, assessor }: Proof,
): Gauge[] {
  return [
    {
      name: 'evidence.backlog',
      description: 'Backups whose files this replica has still to read',
      read: observe => observe(evidence.backlog),
    },
    {
      name: 'evidence.in_flight',
      description: 'Backups whose files this replica reads now',
      read: observe => observe(evidence.inFlight),
    },
    {
      name: 'evidence',
      description: 'Backups by what is known of their contents',
      read(observe) {
        const counts = { waiting: 0, read: 0, unknown: 0 };
        for (const { state } of evidence.ledger.values()) {
          counts[state]++;
        }
        Object.entries(counts).forEach(([state, count]) =>
          observe(count, { state }),
        );
      },
    },
    {
      name: 'assessments.backlog',
      description: 'Workspaces that this replica has still to assess',
      read: observe => observe(assessor.backlog),
    },
    {
      name: 'cluster.live',
      description:
        '1 when what the portal shows of the cluster, or of the bucket that it reads by itself, is the present',
      read(observe) {
        for (const source of fleet.sources) {
          const { name: cluster, kind } = source;
          const isLive = source.view().state === 'live';
          observe(Number(isLive), { cluster, kind });
        }
      },
    },
    {
      name: 'cluster.age.seconds',
      description:
        'Age of what the portal shows of the cluster, or of the bucket',
      unit: 's',
      read(observe) {
        for (const source of fleet.sources) {
          const { name: cluster, kind } = source;
          const { state, asOf } = source.view();
          if (state === 'live' || asOf !== undefined) {
            const age = state === 'live' ? 0 : Date.now() - asOf!;
            observe(age / 1000, { cluster, kind });
          }
        }
      },
    },
    {
      name: 'cluster.queue.waiting_in_vain',
      description:
        'Backups in the queue of the cluster’s Velero while it stands still, else 0',
      read(observe) {
        for (const { name } of fleet.clusters) {
          const waiting = board.stuckQueue(name)?.waiting ?? 0;
          observe(waiting, { cluster: name });
        }
      },
    },
    {
      name: 'inventory.requests',
      description: 'Requests that the last inventory of the cluster took',
      read(observe) {
        for (const { name } of fleet.clusters) {
          const state = inventory.stateOf(name);
          if (state) {
            observe(state.cost.requests, { cluster: name });
          }
        }
      },
    },
    {
      name: 'inventory.bytes',
      description: 'Bytes that the last inventory of the cluster took',
      unit: 'By',
      read(observe) {
        for (const { name } of fleet.clusters) {
          const state = inventory.stateOf(name);
          if (state) {
            observe(state.cost.bytes, { cluster: name });
          }
        }
      },
    },
  ];
}
