import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { EvidenceError } from '../evidence';

/** Why a log cannot be read: 404 where there is none, 503 where it cannot be had now. */
export function logError(error: unknown): unknown {
  if (!(error instanceof EvidenceError)) return error;
  const { failure, message, hint = '' } = error;
  const text = `The log cannot be read. ${message} ${hint}`.trim();
  return failure === 'missing'
    ? new NotFoundError(text)
    : new ServiceUnavailableError(text);
}
