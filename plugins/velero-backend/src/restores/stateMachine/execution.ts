import { says, Problem } from '@appgear/backstage-plugin-velero-common';
import { isTooEarly } from './clocks';
import { endRequest } from './end';
import { GateCommand, GateRequest, Transition } from './types';
import { factorsStillFilled } from './vote';

type StartCommand = Extract<GateCommand, { type: 'startExecution' }>;
type FinishCommand = Extract<GateCommand, { type: 'finish' }>;

/**
 * The last look before anything is written to a cluster: everybody still has
 * the rights they acted with, and what would be done is what was approved.
 */
export function startExecution(
  request: GateRequest,
  command: StartCommand,
  now: Date,
): Transition {
  if (request.state !== 'approved') {
    return { request, events: [], refusal: 'notApproved' };
  }
  if (isTooEarly(request, now)) {
    return { request, events: [], refusal: 'tooEarly' };
  }

  const broken = brokenPremises(request, command);
  if (broken.length > 0) {
    return endRequest(request, 'invalidated', broken, now);
  }

  const at = now.toISOString();
  return {
    request: { ...request, state: 'executing', startedAt: at },
    events: [{ type: 'executionStarted', at }],
  };
}

/** What no longer holds of that for which a restore was approved. */
export function brokenPremises(
  request: GateRequest,
  command: Omit<StartCommand, 'type'>,
): Problem[] {
  const broken: Problem[] = [];
  if (command.digest !== request.digest) {
    broken.push(says('gate.digestChanged'));
  }
  if (!command.requesterEntitled) {
    broken.push(
      says('gate.requesterLostRight', { requester: request.requester }),
    );
  }
  if (!factorsStillFilled(request, command.entitlements).satisfied) {
    broken.push(says('gate.approverLostRole'));
  }
  return broken;
}

export function finishExecution(
  request: GateRequest,
  command: FinishCommand,
  now: Date,
): Transition {
  if (request.state !== 'executing') {
    return { request, events: [], refusal: 'notExecuting' };
  }
  return endRequest(request, command.outcome, command.reasons, now);
}
