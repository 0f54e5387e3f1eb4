import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';

const MEANINGS: Record<number, new (message: string) => Error> = {
  400: InputError,
  403: NotAllowedError,
  404: NotFoundError,
  409: ConflictError,
  422: InputError,
};

/**
 * The answer of the DR backend; its refusals in its own words, without the
 * HTTP round them, so that the task's log says what to do.
 */
export async function fromBackend<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw meaningOf(error as Error);
  }
}

function meaningOf(error: Error): Error {
  if (!(error instanceof ResponseError)) {
    return new ServiceUnavailableError(
      `The DR backend cannot be reached: ${error.message}`,
    );
  }
  const { statusCode, cause } = error;
  if (statusCode === 401) {
    return new AuthenticationError(
      'The sign-in of the person who started this task is over. Sign in and retry the task: it goes on where it stopped',
    );
  }
  const Meaning = MEANINGS[statusCode] ?? ServiceUnavailableError;
  return new Meaning(cause.message);
}
