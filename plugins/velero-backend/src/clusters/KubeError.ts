import { ProblemError } from '../problems';

/** What an API server says when it refuses a request. */
export class KubeError extends Error {
  readonly name = 'KubeError';

  constructor(
    /** HTTP status, or the code of a Status object in a watch. */
    readonly status: number,
    /** Kubernetes' own word for it, such as `Forbidden` or `Expired`. */
    readonly reason: string,
    message: string,
    /** How long the server asks to be left alone. */
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }

  /**
   * Reads an answer's body. An overloaded server answers in plain text, and a
   * proxy in front of it in HTML: neither is repeated.
   */
  static fromBody(
    status: number,
    body: string,
    retryAfter: string | undefined,
  ): KubeError {
    const { reason, message } = parseStatus(body);
    const seconds = Number(retryAfter);
    return new KubeError(
      status,
      reason ?? '',
      message ?? `the API server answered ${status}`,
      seconds > 0 ? seconds * 1000 : undefined,
    );
  }
}

/** The connection was open, but nothing came. */
export class SilenceError extends Error {
  readonly name = 'SilenceError';
  readonly seconds: number;

  constructor(milliseconds: number) {
    const seconds = Math.round(milliseconds / 1000);
    super(`nothing was heard for ${seconds} seconds`);
    this.seconds = seconds;
  }
}

/** The files or the plugin that hold the credentials cannot be used. */
export class CredentialsError extends ProblemError {
  readonly name = 'CredentialsError';
}

function parseStatus(body: string): { reason?: string; message?: string } {
  try {
    const status = JSON.parse(body);
    return {
      reason: typeof status.reason === 'string' ? status.reason : undefined,
      message: typeof status.message === 'string' ? status.message : undefined,
    };
  } catch {
    return {};
  }
}
