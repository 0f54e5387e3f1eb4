import { says } from '@appgear/backstage-plugin-velero-common';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { EvidenceError } from '../evidence';
import { errorSaying } from '../problems';

/** Why a log cannot be read: 404 where there is none, 503 where it cannot be had now. */
export function logError(error: unknown): unknown {
  if (!(error instanceof EvidenceError)) return error;
  const { failure, problem } = error;
  return errorSaying(
    failure === 'missing' ? NotFoundError : ServiceUnavailableError,
    says('file.logUnreadable'),
    [problem],
  );
}
