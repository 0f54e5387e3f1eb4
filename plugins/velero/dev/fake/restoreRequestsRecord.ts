import type {
  AuditEvent,
  AuditEventType,
  OutOfBandObject,
} from '@appgear/backstage-plugin-velero-common';
import { restoreRequests } from './restoreRequests';
import { at, HOUR } from './time';

const STEPS: AuditEventType[] = [
  'filed',
  'viewed',
  'voted',
  'approved',
  'executionStarted',
  'restoreCreated',
  'succeeded',
];

/** The trail, newest first. */
export function auditEvents(): AuditEvent[] {
  return restoreRequests()
    .flatMap(({ id, workspaces }, request) =>
      STEPS.map((type, step) => ({
        type,
        request: id,
        workspaces,
        age: request * HOUR + (STEPS.length - step) * 5,
        ref:
          step % 2 ? 'user:default/ana.approver' : 'user:default/otto.operator',
      })),
    )
    .sort((a, b) => a.age - b.age)
    .map(
      ({ age, ref, ...event }, index, all): AuditEvent => ({
        ...event,
        seq: all.length - index,
        at: at(-age),
        actor:
          event.type === 'approved'
            ? { kind: 'system', ref: 'gate' }
            : { kind: 'user', ref },
        from: { address: '10.0.0.7' },
        digest: 'a'.repeat(64),
        details: event.type === 'voted' ? { decision: 'approve' } : {},
        previousHash: 'b'.repeat(64),
        hash: 'c'.repeat(64),
      }),
    );
}

export function outOfBand(): OutOfBandObject[] {
  return [
    {
      kind: 'Restore',
      cluster: 'prod-sp',
      name: 'by-hand',
      uid: 'oob-1',
      backup: 'workspaces-daily-1',
      madeBy: 'kubectl-create',
      createdAt: at(-5 * HOUR),
      workspaces: ['ws-checkout'],
    },
    {
      kind: 'DeleteBackupRequest',
      cluster: 'dr-rj',
      name: 'search-weekly-4-x7k2',
      uid: 'oob-2',
      backup: 'search-weekly-4',
      createdAt: at(-50 * HOUR),
      workspaces: ['ws-search'],
    },
  ];
}
