import { inFull, Problem, says } from '@appgear/backstage-plugin-velero-common';
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

  constructor(readonly problem: Problem, readonly problems: Problem[]) {
    super(inWords(problem, problems));
  }
}

type ErrorClass = new (message: string) => Error;

/**
 * An error whose body has, beside the English text, which sentence it is and
 * for what reasons, so that pages can say it in the reader's language.
 */
export function errorSaying(
  Class: ErrorClass,
  problem: Problem,
  problems: Problem[] = [],
): Error {
  return Object.assign(new Class(inWords(problem, problems)), {
    problem,
    problems,
  });
}

function inWords(problem: Problem, problems: Problem[]): string {
  return problems.length > 0
    ? `${problem.message}: ${problems.map(inFull).join('; ')}`
    : inFull(problem);
}

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
