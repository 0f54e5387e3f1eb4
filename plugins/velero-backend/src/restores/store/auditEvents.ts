import {
  AuditEventType,
  inOneSentence,
  Problem,
} from '@appgear/backstage-plugin-velero-common';
import { NewAuditEvent } from '../audit';
import { GateEvent } from '../stateMachine';
import { StoredRequest, SYSTEM_TRACE, Trace } from './types';

/** An event of the state machine, for the audit trail. */
export function fromGateEvent(
  event: GateEvent,
  request: StoredRequest,
  trace: Trace,
): NewAuditEvent {
  const caused = event.by === undefined ? SYSTEM_TRACE : trace;
  return auditEvent(event.type, event.at, request, caused, {
    ...(event.reasons && saidOf(event.reasons)),
  });
}

export function auditEvent(
  type: AuditEventType,
  at: string,
  { gate, content }: StoredRequest,
  { actor, from, details }: Trace,
  more: Record<string, unknown> = {},
): NewAuditEvent {
  return {
    at,
    type,
    actor,
    ...(from && { from }),
    request: gate.id,
    workspaces: content.risks.workspaces,
    digest: gate.digest,
    details: { ...more, ...details },
  };
}

/** For people, and what is the gate's own for those who read another language. */
export function saidOf(reasons: readonly Problem[]): Record<string, unknown> {
  const own = reasons.some(({ key }) => key !== undefined);
  return {
    reason: inOneSentence(reasons),
    ...(own && {
      sentences: reasons.map(({ key, params, message }) =>
        key ? { key, params } : { message },
      ),
    }),
  };
}
