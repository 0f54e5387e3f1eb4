import { GateRequest } from './types';

/** The later of two ISO times in UTC. */
function later(a: string, b: string | undefined): string {
  return b !== undefined && Date.parse(b) > Date.parse(a) ? b : a;
}

/**
 * Until when an approval is good: the window opens with the approval, or with
 * the wanted time when that is later.
 */
export function executionDeadline(
  approvedAt: string,
  notBefore: string | undefined,
  executeWithinMs: number,
): string {
  const opens = Date.parse(later(approvedAt, notBefore));
  return new Date(opens + executeWithinMs).toISOString();
}

/** The clock that runs in this state, if one does. */
export function runningDeadline(request: GateRequest): string | undefined {
  if (request.state === 'pending') return request.approveBefore;
  if (request.state === 'approved') return request.executeBefore;
  return undefined;
}

/** A deadline is the first moment that is too late. */
export function hasExpired(request: GateRequest, now: Date): boolean {
  const deadline = runningDeadline(request);
  return deadline !== undefined && now.getTime() >= Date.parse(deadline);
}

/** Whether the wanted time is still to come. */
export function isTooEarly(request: GateRequest, now: Date): boolean {
  return (
    request.notBefore !== undefined &&
    now.getTime() < Date.parse(request.notBefore)
  );
}
