import { EvidenceFailure } from '@appgear/backstage-plugin-velero-common';

/** Why a bucket, or a file in it, could not be read. Never holds what requests are signed with. */
export class BucketError extends Error {
  readonly name = 'BucketError';

  constructor(
    readonly failure: EvidenceFailure,
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}
