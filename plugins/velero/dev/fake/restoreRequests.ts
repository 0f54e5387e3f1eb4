import {
  says,
  type RestoreRequestDetail,
  type RestoreRequestState,
} from '@appgear/backstage-plugin-velero-common';
import { risks, summary } from './restoreRequestsContents';
import { at, DAY, HOUR } from './time';

const DIGEST = 'a'.repeat(64);
const APPROVERS = 'group:default/appgear-dr-approvers';
const DELETED = says('gate.backupDeleted', {
  backup: 'workspaces-daily-1',
});
const OWNERS = 'group:default/team-checkout';

/** A request of otto's that waits for ana, changed as a scene needs it. */
export function restoreRequest(
  part: Partial<RestoreRequestDetail> = {},
): RestoreRequestDetail {
  return {
    id: '11111111-1111-4111-8111-111111111111',
    state: 'pending',
    cluster: 'prod-sp',
    backup: 'workspaces-daily-1',
    namespaces: ['ws-checkout'],
    workspaces: ['ws-checkout'],
    requester: 'user:default/otto.operator',
    reason: 'The order settings were deleted by a bad migration this morning.',
    filedAt: at(-2 * HOUR),
    approveBefore: at(3 * HOUR + 30),
    reviewPending: false,
    factors: [
      {
        id: APPROVERS,
        groups: [APPROVERS],
        count: 2,
        rules: ['always', 'overwrite'],
        filledBy: ['user:default/bruno.approver'],
      },
      {
        id: `owners:${OWNERS}`,
        groups: [OWNERS],
        workspace: 'ws-checkout',
        count: 1,
        rules: ['living'],
        filledBy: [],
      },
    ],
    waitsForMe: true,
    digest: DIGEST,
    spec: {
      backupName: 'workspaces-daily-1',
      includedNamespaces: ['ws-checkout'],
      existingResourcePolicy: 'update',
      itemOperationTimeout: '4h',
    },
    summary: summary(),
    risks: risks(),
    rules: ['always', 'overwrite', 'living'],
    votes: [
      {
        voter: 'user:default/bruno.approver',
        decision: 'approve',
        comment: 'Seen with the team.',
        at: at(-HOUR),
        digest: DIGEST,
        factors: [APPROVERS],
      },
    ],
    ticketUrl: 'https://tickets.example/OPS-7',
    actions: { approve: true, veto: true, cancel: false, review: false },
    ...part,
  };
}

const NOTHING = { approve: false, veto: false, cancel: false, review: false };

/** A request that is over, or under way. */
function past(
  number: number,
  state: RestoreRequestState,
  part: Partial<RestoreRequestDetail> = {},
): RestoreRequestDetail {
  return restoreRequest({
    id: `22222222-2222-4222-8222-${String(number).padStart(12, '0')}`,
    state,
    filedAt: at(-number * DAY),
    approveBefore: at(-number * DAY + DAY),
    approvedAt: at(-number * DAY + HOUR),
    startedAt: at(-number * DAY + HOUR + 1),
    endedAt: at(-number * DAY + HOUR + 8),
    waitsForMe: false,
    actions: NOTHING,
    ...part,
  });
}

const ended = {
  proven: true,
  errors: [],
  warnings: [],
  startedAt: at(-DAY + HOUR + 1),
  completedAt: at(-DAY + HOUR + 8),
};

/** A request in each state, newest first. */
export function restoreRequests(): RestoreRequestDetail[] {
  return [
    restoreRequest(),
    restoreRequest({
      id: '11111111-1111-4111-8111-111111111112',
      state: 'approved',
      backup: 'payments-hourly-3',
      workspaces: ['ws-payments'],
      namespaces: ['ws-payments-drill'],
      filedAt: at(-3 * HOUR),
      notBefore: at(HOUR),
      approvedAt: at(-HOUR),
      executeBefore: at(2 * HOUR),
      waitsForMe: false,
      votes: [],
      actions: { ...NOTHING, veto: true, cancel: true },
    }),
    restoreRequest({
      id: '11111111-1111-4111-8111-111111111113',
      state: 'executing',
      filedAt: at(-4 * HOUR),
      startedAt: at(-3),
      waitsForMe: false,
      actions: NOTHING,
      progress: {
        restoreName: 'gate-11111111-1111-4111-8111-111111111113',
        phase: 'InProgress',
        itemsRestored: 61,
        totalItems: 134,
      },
    }),
    past(1, 'succeeded', {
      outcome: {
        ...ended,
        phase: 'Completed',
        results: { created: 132, updated: 1, skipped: 1, failed: 0 },
      },
    }),
    past(2, 'succeeded', {
      outcome: {
        ...ended,
        phase: 'Completed',
        results: { created: 0, updated: 0, skipped: 134, failed: 0 },
      },
    }),
    past(3, 'partiallyFailed', {
      outcome: {
        ...ended,
        phase: 'PartiallyFailed',
        results: { created: 130, updated: 1, skipped: 1, failed: 1 },
        errors: [
          {
            namespace: 'ws-checkout',
            text: 'error restoring persistentvolumeclaims/ws-checkout/orders: exceeded quota',
          },
        ],
        warnings: [
          {
            namespace: 'ws-checkout',
            text: 'could not restore, Service "checkout-api" already exists',
          },
        ],
      },
    }),
    past(4, 'rejected', {
      endReason: 'vetoed',
      startedAt: undefined,
      approvedAt: undefined,
      votes: [
        {
          voter: 'user:default/ana.approver',
          decision: 'veto',
          comment: 'Not during the sale. Ask again at night.',
          at: at(-4 * DAY + HOUR),
          digest: DIGEST,
          factors: [APPROVERS],
        },
      ],
    }),
    past(5, 'expired', {
      votes: [],
      startedAt: undefined,
      approvedAt: undefined,
    }),
    past(6, 'invalidated', {
      startedAt: undefined,
      endReason: DELETED.message,
      endReasons: [DELETED],
    }),
    past(7, 'cancelled', {
      startedAt: undefined,
      approvedAt: undefined,
      endReason: 'Found the settings in Git.',
    }),
    past(8, 'succeeded', {
      incident: 'INC-42',
      reviewPending: true,
      requester: 'user:default/petra.platform',
      factors: [],
      votes: [],
      actions: { ...NOTHING, review: true },
      outcome: {
        ...ended,
        phase: 'Completed',
        results: { created: 12, updated: 0, skipped: 1, failed: 0 },
      },
    }),
  ];
}
