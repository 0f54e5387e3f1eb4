/** The kinds of failure that a page speaks of differently. */
export type FailureKind = 'forbidden' | 'notFound' | 'failed';

/** What a failed request means for the reader. */
export function failureKind(error: Error): FailureKind {
  switch ((error as { statusCode?: number }).statusCode) {
    case 403:
      return 'forbidden';
    case 404:
      return 'notFound';
    default:
      return 'failed';
  }
}

/** The backend's own sentence when it sent one, else the error's. */
export function failureMessage(error: Error): string {
  const { body } = error as { body?: { error?: { message?: string } } };
  return body?.error?.message ?? error.message;
}
