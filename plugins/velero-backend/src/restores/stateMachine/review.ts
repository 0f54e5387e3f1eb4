import {
  BreakGlass,
  GateCommand,
  GateRequest,
  Refusal,
  Transition,
} from './types';

type ReviewCommand = Extract<GateCommand, { type: 'review' }>;

/**
 * Somebody who would have been asked, and not the requester, looks at a
 * break-glass restore after the fact. It changes no state: the request ended, or goes on, on its own.
 */
export function reviewBreakGlass(
  request: GateRequest,
  command: ReviewCommand,
  now: Date,
): Transition {
  const refusal = refuseReview(request, command);
  if (refusal) return { request, events: [], refusal };

  const at = now.toISOString();
  const breakGlass: BreakGlass = {
    ...request.breakGlass!,
    review: {
      reviewer: command.by.ref,
      at,
      verdict: command.verdict,
      comment: command.comment,
    },
  };
  return {
    request: { ...request, breakGlass },
    events: [
      {
        type: 'reviewed',
        at,
        by: command.by,
        reasons: [{ message: command.comment }],
      },
    ],
  };
}

function refuseReview(
  request: GateRequest,
  command: ReviewCommand,
): Refusal | undefined {
  if (!request.breakGlass) return 'notBreakGlass';
  if (command.by.kind !== 'user') return 'servicesDoNotVote';
  if (command.by.ref === request.requester) return 'ownRequest';
  if (!command.standsGuard) return 'notEntitled';
  if (request.breakGlass.review) return 'alreadyReviewed';
  if (!command.comment.trim()) return 'commentRequired';
  return undefined;
}
