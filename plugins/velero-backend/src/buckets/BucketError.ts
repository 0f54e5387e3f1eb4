import {
  EvidenceFailure,
  Problem,
  says,
} from '@appgear/backstage-plugin-velero-common';

/** Why a bucket, or a file in it, could not be read. Never holds what requests are signed with. */
export class BucketError extends Error {
  readonly name = 'BucketError';
  readonly problem: Problem;

  constructor(
    readonly failure: EvidenceFailure,
    ...sentence: Parameters<typeof says>
  ) {
    const problem = says(...sentence);
    super(problem.message);
    this.problem = problem;
  }
}
