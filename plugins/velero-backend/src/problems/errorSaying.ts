import { inFull, Problem } from '@appgear/backstage-plugin-velero-common';
import { CustomErrorBase } from '@backstage/errors';

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

export type ErrorClass = new (message: string) => Error;

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
