import { ProblemError } from '../problems';

/** Why a host's manifest cannot be read. Never holds its address or path, which may be nobody's business. */
export class ManifestError extends ProblemError {
  readonly name = 'ManifestError';
}
