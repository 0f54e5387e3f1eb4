import { EvidenceFailure, says } from '@appgear/backstage-plugin-velero-common';
import { ProblemError } from '../problems';

/** Why a bucket, or a file in it, could not be read. Never holds what requests are signed with. */
export class BucketError extends ProblemError {
  readonly name = 'BucketError';

  constructor(
    readonly failure: EvidenceFailure,
    ...sentence: Parameters<typeof says>
  ) {
    super(...sentence);
  }
}
