import {
  EvidenceFailure,
  Problem,
} from '@appgear/backstage-plugin-velero-common';

/** Why a backup's file could not be read. Never holds a signed address. */
export class EvidenceError extends Error {
  readonly name = 'EvidenceError';

  constructor(readonly failure: EvidenceFailure, readonly problem: Problem) {
    super(problem.message);
  }
}
