import { randomUUID } from 'node:crypto';
import {
  ApprovalFactor,
  ObjectEffect,
} from '@appgear/backstage-plugin-velero-common';
import { approvalDigest, digestOf } from '../../freeze';
import { Actor, fileRequest, GateCommand } from '../../stateMachine';
import { GateClock } from '../clock';
import { NewStoredRequest } from '../RequestStore';
import { RequestContent, Trace } from '../types';

export const APPROVERS = 'group:default/appgear-dr-approvers';
export const OTTO = 'user:default/otto.operator';
export const ANA = 'user:default/ana.approver';
export const BRUNO = 'user:default/bruno.approver';

export const HOUR = 3_600_000;

/** A clock that stands until it is moved. */
export class StandingClock implements GateClock {
  #now: Date;
  constructor(now = new Date('2026-03-01T10:00:00.000Z')) {
    this.#now = now;
  }
  async now() {
    return this.#now;
  }
  get time() {
    return this.#now;
  }
  advance(ms: number) {
    this.#now = new Date(this.#now.getTime() + ms);
  }
}

export const traceOf = (ref: string): Trace => ({
  actor: { kind: 'user', ref },
  from: { address: '127.0.0.1' },
});

const oneApprover: ApprovalFactor[] = [
  { id: APPROVERS, groups: [APPROVERS], count: 1, rules: ['every restore'] },
];

export const effects: ObjectEffect[] = [
  {
    action: 'skip',
    resource: 'namespaces',
    kind: 'Namespace',
    name: 'ws-shop',
  },
  {
    action: 'create',
    resource: 'configmaps',
    kind: 'ConfigMap',
    namespace: 'ws-shop',
    name: 'settings',
  },
  {
    action: 'patch',
    resource: 'secrets',
    kind: 'Secret',
    namespace: 'ws-shop',
    name: 'key_1',
  },
];

/** What to file, as a request for workspace `shop` needs it. */
export function filing(
  clock: StandingClock,
  overrides: {
    requester?: string;
    factors?: ApprovalFactor[];
    workspaces?: string[];
    cluster?: string;
    incident?: string;
    notBefore?: string;
    supersedes?: string;
    content?: Partial<RequestContent>;
    namespace?: string;
  } = {},
): NewStoredRequest {
  const namespace = overrides.namespace ?? 'ws-shop';
  const frozen = {
    cluster: {
      name: overrides.cluster ?? 'prod',
      veleroNamespace: 'velero',
    },
    spec: { backupName: 'daily-1', includedNamespaces: ['ws-shop'] },
    namespaces: [
      { name: namespace, uid: `uid-${namespace}`, workspace: 'shop' },
    ],
    storage: { location: 'default', provider: 'aws', bucket: 'dr' },
    backup: {
      name: 'daily-1',
      phase: 'Completed',
      contentsDigest: 'c0ffee',
    },
    configMaps: [],
    policyDigest: 'p0',
  };
  const effectsDigest = digestOf(effects);
  const factors = overrides.factors ?? oneApprover;
  return {
    opened: fileRequest(
      {
        id: randomUUID(),
        requester: overrides.requester ?? OTTO,
        digest: approvalDigest(frozen, effectsDigest),
        factors: factors.map(({ id, count }) => ({ id, count })),
        approveWithinMs: 24 * HOUR,
        executeWithinMs: 4 * HOUR,
        notBefore: overrides.notBefore,
        breakGlassIncident: overrides.incident,
      },
      clock.time,
    ),
    effects,
    content: {
      frozen,
      effectsDigest,
      summary: {
        actions: { create: 1, skip: 1, patch: 1, notRestored: 0, unclear: 0 },
        resources: [],
        namespaces: [],
        volumes: {},
        secrets: 1,
        clusterScoped: 0,
        podsWithHooks: 0,
        changed: 0,
        crossingTenants: 0,
        unclear: {},
      },
      risks: {
        targets: ['living'],
        overwrite: false,
        clusterScoped: false,
        tenantCrossing: false,
        platform: false,
        veleroNamespace: false,
        gateObjects: false,
        secrets: true,
        hooks: false,
        clusterRole: 'production',
        pointAgeMs: HOUR,
        grade: 'complete',
        workspaces: overrides.workspaces ?? ['shop'],
        tenants: ['acme'],
      },
      factors,
      rules: ['every restore'],
      requesterRefs: [overrides.requester ?? OTTO],
      reason: 'the settings were deleted',
      supersedes: overrides.supersedes,
      ...overrides.content,
    },
  };
}

export const approveAs = (
  ref: string,
  digest: string,
  overrides: Partial<Extract<GateCommand, { type: 'vote' }>> = {},
): GateCommand => ({
  type: 'vote',
  by: { kind: 'user', ref } satisfies Actor,
  decision: 'approve',
  digest,
  entitledTo: [APPROVERS],
  ...overrides,
});

export const startAs = (digest: string, voters: string[]): GateCommand => ({
  type: 'startExecution',
  digest,
  requesterEntitled: true,
  entitlements: new Map(voters.map(voter => [voter, [APPROVERS]])),
});
