import { RestoreVote } from '@appgear/backstage-plugin-velero-common';
import { endRequest } from './end';
import { assignFactors, FactorAssignment } from './factors';
import { approve } from './file';
import {
  Entitlements,
  GateCommand,
  GateEvent,
  GateRequest,
  Refusal,
  Transition,
} from './types';

type VoteCommand = Extract<GateCommand, { type: 'vote' }>;

/** Who fills which factor, by the votes as they were cast. */
export function factorsFilled(request: GateRequest): FactorAssignment {
  return assignFactors(request.factors, approvals(request));
}

/**
 * The same, counting only what the voters may still fill: a vote stands for
 * the capacity it was cast in, so a role gained since adds nothing.
 */
export function factorsStillFilled(
  request: GateRequest,
  entitlements: Entitlements,
): FactorAssignment {
  const still = [...approvals(request)].map(
    ([voter, factors]) =>
      [
        voter,
        factors.filter(id => entitlements.get(voter)?.includes(id)),
      ] as const,
  );
  return assignFactors(request.factors, new Map(still));
}

function approvals(request: GateRequest): Map<string, readonly string[]> {
  return new Map(
    request.votes
      .filter(vote => vote.decision === 'approve')
      .map(vote => [vote.voter, vote.factors]),
  );
}

export function castVote(
  request: GateRequest,
  command: VoteCommand,
  now: Date,
): Transition {
  const refusal = refuseVote(request, command);
  if (refusal) return { request, events: [], refusal };

  const at = now.toISOString();
  const vote: RestoreVote = {
    voter: command.by.ref,
    decision: command.decision,
    comment: command.comment,
    at,
    digest: command.digest,
    factors: request.factors
      .map(factor => factor.id)
      .filter(id => command.entitledTo.includes(id)),
  };
  const voted: GateRequest = { ...request, votes: [...request.votes, vote] };
  const events: GateEvent[] = [{ type: 'voted', at, by: command.by }];

  if (command.decision === 'veto') {
    return endRequest(voted, 'rejected', [{ message: command.comment! }], now, {
      by: command.by,
      events,
    });
  }
  return factorsFilled(voted).satisfied
    ? approve(voted, events, at)
    : { request: voted, events };
}

function refuseVote(
  request: GateRequest,
  command: VoteCommand,
): Refusal | undefined {
  if (command.by.kind !== 'user') return 'servicesDoNotVote';
  if (command.by.ref === request.requester) return 'ownRequest';
  if (request.state !== 'pending') {
    const vetoInTime =
      request.state === 'approved' && command.decision === 'veto';
    if (!vetoInTime) return 'notPending';
  }
  if (request.votes.some(vote => vote.voter === command.by.ref)) {
    return 'alreadyVoted';
  }
  if (!request.factors.some(({ id }) => command.entitledTo.includes(id))) {
    return 'notEntitled';
  }
  if (command.digest !== request.digest) return 'digestChanged';
  if (command.decision === 'veto' && !command.comment?.trim()) {
    return 'commentRequired';
  }
  return undefined;
}
