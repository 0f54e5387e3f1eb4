import {
  EvidenceFailure,
  Problem,
} from '@appgear/backstage-plugin-velero-common';

/** Why a backup's file could not be read. Never holds a signed address. */
export class EvidenceError extends Error {
  readonly name = 'EvidenceError';

  constructor(
    readonly failure: EvidenceFailure,
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }

  get problem(): Problem {
    return { message: this.message, ...(this.hint && { hint: this.hint }) };
  }
}
