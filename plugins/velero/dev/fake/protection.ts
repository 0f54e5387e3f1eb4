import type {
  ProtectionOverview,
  ProtectionReason,
  ProtectionSummary,
  Verdict,
  WorkspaceProtection,
  WorkspaceRecoveryPoint,
  WorkspaceSummary,
} from '@appgear/backstage-plugin-velero-common';
import { VERDICTS } from '@appgear/backstage-plugin-velero-common';
import { at, DAY, HOUR } from './time';

const POINT = {
  cluster: 'prod-sp',
  backup: 'workspaces-daily-1',
  takenAt: at(-3 * HOUR),
};

const OLD_POINT = {
  cluster: 'prod-sp',
  backup: 'workspaces-daily-11',
  takenAt: at(-50 * HOUR),
};

const TARGET = 24 * 3600;

/** Why each verdict is given in the fake fleet. */
function reasonsOf(verdict: Verdict, namespace: string): ProtectionReason[] {
  const place = { cluster: 'prod-sp', namespace };
  switch (verdict) {
    case 'protected':
      return [];
    case 'stale':
      return [
        {
          ...place,
          code: 'tooOld',
          next: 'useMoreFrequentSchedule',
          point: OLD_POINT,
          ageSeconds: 50 * 3600,
          targetSeconds: TARGET,
        },
      ];
    case 'localOnly':
      return [
        {
          ...place,
          code: 'volumesLocal',
          next: 'makeSnapshotsPortable',
          point: POINT,
          volumes: [{ claim: 'data-0', outcome: 'local' }],
        },
      ];
    case 'partial':
      return [
        {
          ...place,
          code: 'objectsMissing',
          next: 'fixSelection',
          point: POINT,
          missing: [
            {
              group: '',
              kind: 'Secret',
              count: 3,
              names: ['api', 'db', 'tls'],
            },
            { group: '', kind: 'ConfigMap', count: 1, names: ['settings'] },
          ],
        },
        { code: 'enabledButNotProtected', next: 'none' },
      ];
    case 'metadataOnly':
      return [
        {
          ...place,
          code: 'volumesNotSaved',
          next: 'saveVolumes',
          point: POINT,
          volumes: [{ claim: 'data-0', outcome: 'notSaved' }],
        },
      ];
    case 'empty':
      return [
        {
          ...place,
          code: 'pointEmpty',
          next: 'fixSelection',
          point: POINT,
          missing: [
            { group: 'apps', kind: 'Deployment', count: 4, names: ['web'] },
          ],
        },
      ];
    case 'unknown':
      return [
        { ...place, code: 'evidenceWaiting', next: 'wait', point: POINT },
      ];
    default:
      return [{ ...place, code: 'noPoint', next: 'addToSchedule' }];
  }
}

/** A summary as the backend would give it for a verdict. */
export function protectionOf(id: string, verdict: Verdict): ProtectionSummary {
  const isProven = verdict === 'protected' || verdict === 'stale';
  const isLost = verdict === 'unprotected' || verdict === 'empty';
  const point = verdict === 'stale' ? OLD_POINT : POINT;
  return {
    verdict,
    reasons: reasonsOf(verdict, `${id}-app`),
    warnings: verdict === 'stale' ? 1 : 0,
    targetSeconds: TARGET,
    targetSource: 'default',
    provenAt: isProven ? point.takenAt : undefined,
    loss: {
      everything: isLost,
      pointAt: isLost || verdict === 'unknown' ? undefined : point.takenAt,
      objects: verdict === 'partial' ? 4 : 0,
      volumes: verdict === 'metadataOnly' || verdict === 'localOnly' ? 1 : 0,
      newer: verdict === 'partial' ? 2 : 0,
      complete: verdict !== 'unknown',
    },
  };
}

/** All about the protection of a workspace with one namespace. */
export function workspaceProtection({
  id,
  intent,
  protection,
}: WorkspaceSummary): WorkspaceProtection {
  const summary = protection ?? protectionOf(id, 'unknown');
  const { verdict, reasons, loss, targetSeconds, targetSource } = summary;
  const place = { cluster: 'prod-sp', namespace: `${id}-app` };
  const point = verdict === 'stale' ? OLD_POINT : POINT;
  return {
    workspace: id,
    verdict,
    reasons,
    warnings:
      verdict === 'stale'
        ? [
            {
              code: 'lastGoodExpires',
              next: 'backUpNow',
              point: OLD_POINT,
              expiresAt: at(10 * HOUR),
            },
          ]
        : [],
    intent,
    rpo: { targetSeconds, targetSource },
    assessedAt: at(-1),
    summary,
    namespaces: [
      {
        ...place,
        verdict,
        reasons,
        warnings: [],
        loss: {
          ...place,
          point: loss.pointAt ? point : undefined,
          objects: reasons.flatMap(it => ('missing' in it ? it.missing : [])),
          volumes: reasons.flatMap(it => ('volumes' in it ? it.volumes : [])),
          newer: loss.newer,
          excluded: [],
          complete: loss.complete,
        },
        points: [],
      },
    ],
    inventory: [{ cluster: 'prod-sp', readAt: at(-2), unreadable: [] }],
    freshness: [{ cluster: 'prod-sp', state: 'live' }],
  };
}

/** What the older points hold, in turn. */
const OLDER = ['complete', 'complete', 'localOnly', 'partial'] as const;

/** Some weeks of points: of today, one that Velero did not finish, and older ones. */
export function recoveryPoints(): WorkspaceRecoveryPoint[] {
  const usual = {
    phase: 'Completed',
    schedule: 'workspaces-daily',
    expiresAt: at(20 * DAY),
    seenFrom: ['dr-rj', 'prod-sp'],
    evidence: { state: 'read' as const },
    available: true,
    namespaces: [],
  };
  return [
    {
      ...usual,
      ...POINT,
      id: 'point-1',
      grade: 'partial',
      origin: { cluster: 'prod-sp', basis: 'made' },
    },
    {
      ...usual,
      cluster: 'prod-sp',
      backup: 'workspaces-daily-6',
      takenAt: at(-26 * HOUR),
      id: 'point-2',
      phase: 'Failed',
      evidence: { state: 'none' },
      available: false,
      origin: { basis: 'unknown' },
    },
    {
      ...usual,
      ...OLD_POINT,
      id: 'point-3',
      grade: 'complete',
      origin: { cluster: 'prod-sp', basis: 'schedule' },
    },
    ...Array.from(
      { length: 17 },
      (_, index): WorkspaceRecoveryPoint => ({
        ...usual,
        cluster: 'prod-sp',
        backup: `workspaces-daily-${16 + 5 * index}`,
        takenAt: at(-(75 + 25 * index) * HOUR),
        id: `point-${4 + index}`,
        grade: OLDER[index % OLDER.length],
        origin: { cluster: 'prod-sp', basis: 'made' },
      }),
    ),
  ];
}

/** Who is not safe in the fake fleet. */
export function protectionOverview(
  workspaces: WorkspaceSummary[],
): ProtectionOverview {
  const verdicts = Object.fromEntries(
    VERDICTS.map(verdict => [
      verdict,
      workspaces.filter(it => it.protection?.verdict === verdict).length,
    ]),
  ) as ProtectionOverview['verdicts'];
  return {
    verdicts,
    unsafe: workspaces
      .flatMap(({ id, title, protection }) =>
        protection && protection.verdict !== 'protected'
          ? [{ workspace: id, title, protection }]
          : [],
      )
      .sort(
        (a, b) =>
          VERDICTS.indexOf(b.protection.verdict) -
          VERDICTS.indexOf(a.protection.verdict),
      ),
    evidenceBacklog: 3,
    evidencePaused: [],
  };
}
