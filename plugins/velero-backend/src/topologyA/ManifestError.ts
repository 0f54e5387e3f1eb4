import { Problem, says } from '@appgear/backstage-plugin-velero-common';

/** Why a host's manifest cannot be read. Never holds its address or path, which may be nobody's business. */
export class ManifestError extends Error {
  readonly name = 'ManifestError';
  readonly problem: Problem;

  constructor(...sentence: Parameters<typeof says>) {
    const problem = says(...sentence);
    super(problem.message);
    this.problem = problem;
  }
}
