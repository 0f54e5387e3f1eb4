import { Problem, says } from '@appgear/backstage-plugin-velero-common';

/** An error that says one of the backend's own sentences, with what to do. */
export abstract class ProblemError extends Error {
  readonly problem: Problem;

  constructor(...sentence: Parameters<typeof says>) {
    const problem = says(...sentence);
    super(problem.message);
    this.problem = problem;
  }
}
