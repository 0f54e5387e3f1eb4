import { says, hasEnded } from '@appgear/backstage-plugin-velero-common';
import { hasExpired } from './clocks';
import { endRequest } from './end';
import { finishExecution, startExecution } from './execution';
import { reviewBreakGlass } from './review';
import { GateCommand, GateRequest, Transition } from './types';
import { castVote } from './vote';

/**
 * The rules of the gate, whole: what a command makes of a request. Pure: time
 * and roles come in with the call, so that any replica, test or model can ask.
 *
 * Clocks are looked at before the command. Whoever comes after a deadline
 * finds the request expired, no matter who noticed first.
 */
export function transition(
  request: GateRequest,
  command: GateCommand,
  now: Date,
): Transition {
  const settled = settleClocks(request, now);
  const next = applyCommand(settled.request, command, now);
  return { ...next, events: [...settled.events, ...next.events] };
}

function settleClocks(request: GateRequest, now: Date): Transition {
  if (!hasExpired(request, now)) return { request, events: [] };
  const reason =
    request.state === 'pending'
      ? says('gate.notApprovedInTime', { at: request.approveBefore })
      : says('gate.notExecutedInTime', { at: request.executeBefore! });
  return endRequest(request, 'expired', [reason], now);
}

function applyCommand(
  request: GateRequest,
  command: GateCommand,
  now: Date,
): Transition {
  if (command.type === 'tick') return { request, events: [] };
  if (command.type === 'review') return reviewBreakGlass(request, command, now);
  if (hasEnded(request.state)) return { request, events: [], refusal: 'ended' };

  switch (command.type) {
    case 'vote':
      return castVote(request, command, now);
    case 'startExecution':
      return startExecution(request, command, now);
    case 'finish':
      return finishExecution(request, command, now);
    case 'cancel':
    case 'invalidate':
      return withdraw(request, command, now);
    default:
      throw new Error(`Unknown command ${JSON.stringify(command)}`);
  }
}

/** Cancelling and invalidating end at the moment that work begins: Velero knows no cancel. */
function withdraw(
  request: GateRequest,
  command: Extract<GateCommand, { type: 'cancel' | 'invalidate' }>,
  now: Date,
): Transition {
  if (request.state === 'executing') {
    return { request, events: [], refusal: 'notPending' };
  }
  return command.type === 'cancel'
    ? endRequest(request, 'cancelled', [command.reason], now, {
        by: command.by,
      })
    : endRequest(request, 'invalidated', command.reasons, now);
}
