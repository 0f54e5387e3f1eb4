import { executionDeadline } from './clocks';
import { GateEvent, GateRequest, Transition } from './types';

/** What a new request is made of. */
export interface NewRequest {
  id: string;
  requester: GateRequest['requester'];
  digest: string;
  factors: GateRequest['factors'];
  approveWithinMs: number;
  executeWithinMs: number;
  notBefore?: string;
  /** The incident that justifies going without approval. */
  breakGlassIncident?: string;
}

/**
 * Opens a request. It starts as `pending`; only where nobody's consent is
 * asked for (break-glass, or a policy that says so in so many words) it
 * starts as `approved`.
 */
export function fileRequest(input: NewRequest, now: Date): Transition {
  const filedAt = now.toISOString();
  const pending: GateRequest = {
    id: input.id,
    requester: input.requester,
    digest: input.digest,
    factors: input.breakGlassIncident === undefined ? input.factors : [],
    state: 'pending',
    votes: [],
    filedAt,
    approveBefore: new Date(
      now.getTime() + input.approveWithinMs,
    ).toISOString(),
    executeWithinMs: input.executeWithinMs,
    notBefore: input.notBefore,
    breakGlass:
      input.breakGlassIncident === undefined
        ? undefined
        : { incident: input.breakGlassIncident },
  };
  return pending.factors.length === 0
    ? approve(pending, [], filedAt)
    : { request: pending, events: [] };
}

/** Starts the second clock. */
export function approve(
  request: GateRequest,
  events: GateEvent[],
  at: string,
): Transition {
  return {
    request: {
      ...request,
      state: 'approved',
      approvedAt: at,
      executeBefore: executionDeadline(
        at,
        request.notBefore,
        request.executeWithinMs,
      ),
    },
    events: [...events, { type: 'approved', at }],
  };
}
