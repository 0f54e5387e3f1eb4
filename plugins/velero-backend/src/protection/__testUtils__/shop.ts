import {
  InventoryObject,
  PointOrigin,
  ResourceType,
} from '@appgear/backstage-plugin-velero-common';
import { DistilledVolume } from '../../evidence';
import { LiveVolume } from '../../inventory';
import { RecoveryPoint } from '../points';
import { DEFAULT_POLICY } from '../policy';
import { assessWorkspace } from '../verdicts';
import { NamespaceWorld, PointContents, PointEvidence } from '../world';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const NOW = Date.parse('2026-06-15T12:00:00Z');

export const hoursAgo = (hours: number) => NOW - hours * HOUR;
export const iso = (time: number) => new Date(time).toISOString();

const TYPES: Record<string, ResourceType> = {
  deployment: type('apps', 'Deployment', 'deployments'),
  secret: type('', 'Secret', 'secrets'),
  configmap: type('', 'ConfigMap', 'configmaps'),
  pod: type('', 'Pod', 'pods'),
  claim: type('', 'PersistentVolumeClaim', 'persistentvolumeclaims'),
  widget: type('example.io', 'Widget', 'widgets'),
};

function type(group: string, kind: string, plural: string): ResourceType {
  return { group, version: 'v1', kind, plural, namespaced: true };
}

/** Such as `live('deployment/web')`; made a year ago unless told otherwise. */
export function live(
  path: string,
  extra: Partial<InventoryObject> = {},
): InventoryObject {
  const [kind, name] = path.split('/');
  return {
    ...TYPES[kind],
    namespace: 'ws-shop',
    name,
    createdAt: iso(NOW - 365 * DAY),
    ...extra,
  };
}

export function bound(claim: string, driver = 'rbd.csi.ceph.com'): LiveVolume {
  return { claim, volume: `pv-${claim}`, driver, bytes: 1024 };
}

export function point(extra: Partial<RecoveryPoint> = {}): RecoveryPoint {
  const takenAt = extra.takenAt ?? hoursAgo(2);
  const backup = extra.backup ?? `daily-${takenAt}`;
  return {
    id: backup,
    backup,
    phase: 'Completed',
    schedule: 'daily',
    takenAt,
    completedAt: takenAt + 60_000,
    expiresAt: takenAt + 30 * DAY,
    errors: 0,
    origin: made('prod'),
    seenFrom: [{ cluster: 'prod', deleting: false }],
    storage: 'dr/prod',
    availability: { state: 'available' },
    ...extra,
  };
}

export function made(cluster: string): PointOrigin {
  return { cluster, basis: 'made' };
}

const NO_MESSAGES = { count: 0, first: [] };

/** Evidence of a point that holds these of `ws-shop`, as `holds({ 'apps/v1/Deployment': ['web'] })`. */
export function holds(
  objects: Record<string, string[]>,
  extra: Partial<PointContents> & { volumesRecorded?: boolean } = {},
): PointEvidence {
  const { volumesRecorded = true, ...rest } = extra;
  const contents: PointContents = {
    digest: JSON.stringify(objects),
    objects: new Map(Object.entries(objects)),
    volumes: [],
    errors: NO_MESSAGES,
    warnings: NO_MESSAGES,
    ...rest,
  };
  return {
    state: 'read',
    volumesRecorded,
    contentsOf: name => (name === 'ws-shop' ? contents : undefined),
  };
}

export function saved(
  claim: string,
  extra: Partial<DistilledVolume> = {},
): DistilledVolume {
  return {
    claim,
    volume: `pv-${claim}`,
    method: 'CSISnapshot',
    moved: true,
    keptLocally: false,
    skipped: false,
    result: 'succeeded',
    driver: 'rbd.csi.ceph.com',
    ...extra,
  };
}

/** A namespace with a Deployment, a Secret and a claim with data. */
export const SHOP = {
  objects: [live('deployment/web'), live('secret/token'), live('claim/data')],
  volumes: [bound('data')],
};

/** All of `SHOP`, but the data. */
export const SHOP_HELD = {
  'apps/v1/Deployment': ['web'],
  'v1/Secret': ['token'],
  'v1/PersistentVolumeClaim': ['data'],
};

export const SHOP_COMPLETE = holds(SHOP_HELD, { volumes: [saved('data')] });

export function namespace(extra: Partial<NamespaceWorld> = {}): NamespaceWorld {
  return {
    cluster: 'prod',
    name: 'ws-shop',
    createdAt: NOW - 365 * DAY,
    terminating: false,
    labels: {},
    annotations: {},
    live: { state: 'read', content: SHOP, unreadable: [] },
    points: [point()],
    ...extra,
  };
}

/** The assessment of a workspace of one namespace; evidence by backup name. */
export function assess(
  extra: Partial<NamespaceWorld> = {},
  evidence: Record<string, PointEvidence> | PointEvidence = SHOP_COMPLETE,
  policy: Partial<typeof DEFAULT_POLICY> = {},
) {
  const evidenceOf = (id: string): PointEvidence =>
    typeof evidence.state === 'string'
      ? (evidence as PointEvidence)
      : (evidence as Record<string, PointEvidence>)[id] ?? { state: 'waiting' };
  const assessment = assessWorkspace(
    {
      id: 'shop',
      intent: 'enabled',
      namespaces: [namespace(extra)],
      evidenceOf,
    },
    { ...DEFAULT_POLICY, ...policy },
    NOW,
  );
  return {
    ...assessment,
    codes: assessment.reasons.map(({ code }) => code),
    loss: assessment.namespaces[0]?.loss,
  };
}
