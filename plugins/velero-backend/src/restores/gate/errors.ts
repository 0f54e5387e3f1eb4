import { Problem } from '@appgear/backstage-plugin-velero-common';
import {
  ConflictError,
  CustomErrorBase,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { explainFailure, KubeError } from '../../clusters';
import { Refusal } from '../stateMachine';

/**
 * Understood, well-formed, and impossible (422). `problems` says each thing
 * that stands in the way, with what to do instead.
 */
export class UnprocessableError extends CustomErrorBase {
  readonly statusCode = 422;
  readonly name = 'UnprocessableError';

  constructor(message: string, readonly problems: Problem[]) {
    super(
      `${message}: ${problems
        .map(({ message: text, hint }) => (hint ? `${text}. ${hint}` : text))
        .join('; ')}`,
    );
  }
}

/** What a refusal of the state machine is to the one who called. */
const REFUSALS: Record<Refusal, [new (message: string) => Error, string]> = {
  ended: [ConflictError, 'The request has ended'],
  notPending: [ConflictError, 'The request is not waiting for votes any more'],
  notApproved: [ConflictError, 'The request is not approved'],
  notExecuting: [ConflictError, 'The request is not being executed'],
  tooEarly: [ConflictError, 'The wanted time is still to come'],
  digestChanged: [
    ConflictError,
    'What you looked at is not what the request asks for. Open it again',
  ],
  alreadyVoted: [
    ConflictError,
    'You have voted, and a vote stands. Somebody else can veto, and whoever may cancel can cancel',
  ],
  alreadyReviewed: [ConflictError, 'The restore was reviewed already'],
  servicesDoNotVote: [NotAllowedError, 'Only people vote'],
  ownRequest: [NotAllowedError, 'Nobody decides on a request of his own'],
  notEntitled: [
    NotAllowedError,
    'You are in none of the groups whose consent the request needs',
  ],
  commentRequired: [InputError, 'A comment is needed'],
  notBreakGlass: [
    InputError,
    'Only restores that went without approval are reviewed',
  ],
};

export function refusalError(refusal: Refusal): Error {
  const [ErrorClass, message] = REFUSALS[refusal];
  return new ErrorClass(message);
}

/**
 * What keeps the portal from looking at a cluster. It is nothing that the
 * caller did: a cluster's 403 is about the portal's rights there, not about
 * the caller's here.
 */
export function clusterError(cluster: string, error: unknown): unknown {
  const isRefusal = error instanceof KubeError;
  const isSilence = typeof (error as { code?: unknown }).code === 'string';
  if (!isRefusal && !isSilence) return error;
  const { message, hint } = explainFailure(error);
  const mend =
    isRefusal && error.status === 403
      ? 'Grant what deploy/rbac-restore.yaml lists to the identity of the portal.'
      : hint;
  return new ServiceUnavailableError(
    `Cluster ${cluster} does not let the portal look: ${message} ${
      mend ?? ''
    }`.trim(),
  );
}
