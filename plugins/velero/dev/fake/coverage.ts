import type {
  Coverage,
  CoverageSimulation,
  NamespaceCoverage,
  ScheduleAssessment,
  ScheduleReason,
  ScheduleSummary,
} from '@appgear/backstage-plugin-velero-common';
import { freshness } from './page';
import { at, DAY, HOUR } from './time';

const HELD: NamespaceCoverage = {
  namespace: 'ws-payments-app',
  workspace: 'ws-payments',
  outcome: 'all',
  held: 31,
  total: 31,
  missed: [],
  volumes: [{ claim: 'ledger-0', forecast: 'stored' }],
  excluded: [],
};

const IN_PART: NamespaceCoverage = {
  namespace: 'ws-checkout-app',
  workspace: 'ws-checkout',
  outcome: 'part',
  held: 22,
  total: 26,
  missed: [
    {
      why: 'labelSelector',
      kinds: [
        { group: '', kind: 'Secret', count: 3, names: ['api', 'db', 'tls'] },
        { group: '', kind: 'ConfigMap', count: 1, names: ['settings'] },
      ],
    },
  ],
  volumes: [{ claim: 'data-0', forecast: 'local', driver: 'rbd.csi.ceph.com' }],
  excluded: [{ group: '', kind: 'ConfigMap', count: 1, names: ['cache'] }],
};

const NOTHING: NamespaceCoverage = {
  namespace: 'ws-pricing-app',
  workspace: 'ws-pricing',
  outcome: 'nothing',
  held: 0,
  total: 12,
  missed: [
    {
      why: 'labelSelector',
      kinds: [{ group: 'apps', kind: 'Deployment', count: 2, names: ['web'] }],
    },
  ],
  volumes: [],
  excluded: [],
};

const HOLDS_ALL: CoverageSimulation = {
  veleroVersion: 'v1.18.2',
  problems: [],
  namespaces: [IN_PART, HELD, NOTHING].map(namespace => ({
    ...namespace,
    outcome: 'all',
    held: namespace.total,
    missed: [],
    volumes: namespace.volumes.map(({ claim }) => ({
      claim,
      forecast: 'stored',
    })),
  })),
};

const BEFORE = `apiVersion: velero.io/v1
kind: Schedule
metadata:
  name: workspaces-daily
  namespace: velero
spec:
  schedule: 0 2 * * *
  template:
    includedNamespaces:
      - ws-*
    labelSelector:
      matchLabels:
        appgear.io/backup-enabled: "true"
    ttl: 720h0m0s
`;

const DIFF = `--- schedule.yaml
+++ schedule.yaml
@@ -7,7 +7,5 @@
   template:
     includedNamespaces:
       - ws-*
-    labelSelector:
-      matchLabels:
-        appgear.io/backup-enabled: "true"
     ttl: 720h0m0s
+    snapshotMoveData: true
`;

/**
 * What a schedule that selects single objects by a label of namespaces holds of
 * all workspaces, or of one.
 */
export function coverage(workspace?: string): Coverage {
  const namespaces = [IN_PART, HELD, NOTHING].filter(
    each => !workspace || each.workspace === workspace,
  );
  return {
    cluster: 'prod-sp',
    workspaces: ['ws-checkout', 'ws-payments', 'ws-pricing'],
    simulation: { ...HOLDS_ALL, namespaces },
    manifest: BEFORE,
    patch: {
      changes: [
        { code: 'dropSelector', names: [] },
        { code: 'moveSnapshotData', names: [] },
      ],
      before: BEFORE,
      after: BEFORE.replace(/ {4}labelSelector:[^]*"true"\n/, '').concat(
        '    snapshotMoveData: true\n',
      ),
      diff: DIFF,
      simulation: HOLDS_ALL,
    },
    omitted: [],
    inventoryReadAt: at(-2),
    freshness: freshness().filter(({ cluster }) => cluster === 'prod-sp'),
  };
}

/** The same for a manifest that holds everything: nothing is left to mend. */
export function fullCoverage(): Coverage {
  const { patch: _, manifest: __, ...rest } = coverage();
  return { ...rest, simulation: HOLDS_ALL };
}

/** How a schedule of the fake fleet fares. */
export function assessmentOf(schedule: ScheduleSummary): ScheduleAssessment {
  const { condition, nextRunAt, lastBackup, lastAttemptAt } = schedule;
  return {
    condition,
    reasons: reasonsOf(schedule),
    nextRunAt,
    lastAttempt: lastBackup && {
      backup: lastBackup.name,
      phase: lastBackup.phase,
      takenAt: lastAttemptAt ?? at(-DAY),
    },
    lastProven:
      condition === 'ok'
        ? {
            backup: 'workspaces-daily-11',
            phase: 'Completed',
            takenAt: at(-50 * HOUR),
          }
        : undefined,
  };
}

function reasonsOf({ name, reason }: ScheduleSummary): ScheduleReason[] {
  const run = (index: number) => ({
    backup: `${name}-${index}`,
    phase: 'Completed',
    takenAt: at(-3 * DAY),
  });
  return reason
    ? [reason]
    : [
        {
          code: 'notProven',
          next: 'fixSelection',
          newest: run(1),
          proven: run(11),
        },
      ];
}
