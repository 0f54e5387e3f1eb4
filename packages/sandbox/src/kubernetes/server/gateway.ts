import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { authenticate, type Identity, type User } from '../access/user';
import { qualifiedResource, StatusError, unauthorized } from '../status';
import { sendError, sendText, setCommonHeaders } from './exchange';
import type { FaultState } from './faults';
import { requestInfo, type RequestInfo } from './requestInfo';
import type { RequestLog } from './requestLog';
import { isHealthCheck, route, type ApiContext } from './route';

/** What every request passes through before it is answered: faults, the count, authentication. */
export class Gateway {
  readonly #context: ApiContext;
  readonly #identities: readonly Identity[];
  readonly #faults: Readonly<FaultState>;
  readonly #requests: RequestLog;

  constructor(
    context: ApiContext,
    identities: readonly Identity[],
    faults: Readonly<FaultState>,
    requests: RequestLog,
  ) {
    this.#context = context;
    this.#identities = identities;
    this.#faults = faults;
    this.#requests = requests;
  }

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    setCommonHeaders(response);
    const info = readInfo(request);
    if (!info) {
      sendText({ response }, 400, '400 Bad Request');
      return;
    }
    const user = this.#userOf(request);
    this.#countWhenAnswered(info, user, response);
    if (!isHealthCheck(info) && (await this.#isFaulty(response))) {
      return;
    }
    try {
      if (!user) {
        throw unauthorized();
      }
      await route({ request, response, info, user }, this.#context);
    } catch (error) {
      if (response.headersSent) {
        throw error;
      }
      sendError({ request, response }, statusOf(error));
    }
  }

  #userOf({ headers }: IncomingMessage): User | undefined {
    const hasToken = headers.authorization !== undefined;
    return hasToken && this.#faults.unauthorized
      ? undefined
      : authenticate(headers.authorization, this.#identities);
  }

  /** @returns true when the fault has answered, or never will */
  async #isFaulty(response: ServerResponse): Promise<boolean> {
    const { halfOpen, latencyMs, tooManyRequestsShare } = this.#faults;
    if (halfOpen) {
      return true;
    }
    if (latencyMs > 0) {
      await setTimeout(latencyMs, undefined, { ref: false });
    }
    if (this.#context.random() < tooManyRequestsShare) {
      const text = 'Too many requests, please try again later.\n';
      sendText({ response }, 429, text, { 'Retry-After': '1' });
      return true;
    }
    return false;
  }

  /** At the start of the answer, as a watch has no end to wait for. */
  #countWhenAnswered(
    { verb, path, resource }: RequestInfo,
    user: User | undefined,
    response: ServerResponse,
  ): void {
    const writeHead = response.writeHead.bind(response);
    response.writeHead = ((code: number, ...rest: []) => {
      this.#requests.add({
        verb,
        resource: resource ? subjectOf(resource) : path,
        namespace: resource?.namespace,
        identity: user?.name ?? 'unknown',
        code,
      });
      return writeHead(code, ...rest);
    }) as typeof response.writeHead;
  }
}

/** Undefined for a path that is no path. */
function readInfo({ method, url }: IncomingMessage): RequestInfo | undefined {
  try {
    return requestInfo(method ?? 'GET', url ?? '/');
  } catch {
    return undefined;
  }
}

function subjectOf({
  group,
  resource,
  subresource,
}: NonNullable<RequestInfo['resource']>): string {
  const subject = qualifiedResource({ group, plural: resource });
  return subresource ? `${subject}/${subresource}` : subject;
}

function statusOf(error: unknown): StatusError {
  return error instanceof StatusError
    ? error
    : new StatusError(
        500,
        'InternalError',
        `Internal error occurred: ${(error as Error).message}`,
      );
}
