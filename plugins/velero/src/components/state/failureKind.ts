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
