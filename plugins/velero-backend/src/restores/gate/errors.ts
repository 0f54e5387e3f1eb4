import { says } from '@appgear/backstage-plugin-velero-common';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { explainFailure, KubeError } from '../../clusters';
import { ErrorClass, errorSaying } from '../../problems';
import { Refusal } from '../stateMachine';

/** What a refusal of the state machine is to the one who called. */
const REFUSALS: Record<Refusal, ErrorClass> = {
  ended: ConflictError,
  notPending: ConflictError,
  notApproved: ConflictError,
  notExecuting: ConflictError,
  tooEarly: ConflictError,
  digestChanged: ConflictError,
  alreadyVoted: ConflictError,
  alreadyReviewed: ConflictError,
  servicesDoNotVote: NotAllowedError,
  ownRequest: NotAllowedError,
  notEntitled: NotAllowedError,
  commentRequired: InputError,
  notBreakGlass: InputError,
};

export function refusalError(refusal: Refusal): Error {
  return errorSaying(REFUSALS[refusal], says(`gate.no.${refusal}`));
}

/** A 403 for what somebody's right does not cover whole. */
export function beyondRights(): Error {
  return errorSaying(NotAllowedError, says('gate.beyondRights'));
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
  const why =
    isRefusal && error.status === 403
      ? says('cluster.forbidsRestores', { said: error.message })
      : explainFailure(error);
  return errorSaying(
    ServiceUnavailableError,
    says('gate.clusterShut', { cluster }),
    [why],
  );
}
