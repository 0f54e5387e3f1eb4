import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { Authorizer } from '../access/authorizer';
import { authenticate, type Identity, type User } from '../access/user';
import { runControllers } from '../controllers/controllers';
import { qualifiedResource, StatusError, unauthorized } from '../status';
import type { MemoryClusterStore } from '../store/clusterStore';
import { CertificateAuthority } from './certificates';
import { sendError, sendText, setCommonHeaders } from './exchange';
import { Faults } from './faults';
import { Listener } from './listener';
import {
  DEFAULT_WATCH_TIMES,
  NO_SERVICE_TIMES,
  type ServiceTimes,
  type WatchTimes,
} from './options';
import { requestInfo, type RequestInfo } from './requestInfo';
import { RequestLog } from './requestLog';
import { isHealthCheck, route, type ApiContext } from './route';
import { Watches } from './watches';

/** How an API server is started. */
export interface ApiServerOptions {
  /** The cluster's name, for certificates and kubeconfigs. */
  name: string;
  store: MemoryClusterStore;
  /** Who may knock; what they may do is up to the cluster's RBAC objects. */
  identities: readonly Identity[];
  /** @defaultValue one that is free */
  port?: number;
  serviceTimes?: Partial<ServiceTimes>;
  watchTimes?: Partial<WatchTimes>;
  /** Decides which requests get 429 and when watches end. @defaultValue `Math.random` */
  random?: () => number;
}

/** A running API server. */
export interface ApiServer {
  readonly name: string;
  /** `https://127.0.0.1:port`. */
  readonly url: string;
  /** PEM of the authority that clients trust. */
  readonly certificateAuthority: string;
  readonly identities: readonly Identity[];
  readonly faults: Faults;
  readonly requests: RequestLog;
  /** Watches and connections that are open now. */
  readonly openWatches: number;
  readonly openConnections: number;
  close(): Promise<void>;
}

/** Serves a store as Kubernetes would, over TLS on a loopback port. */
export async function startApiServer(
  options: ApiServerOptions,
): Promise<ApiServer> {
  const { name, store, identities, random = Math.random } = options;
  const authority = await CertificateAuthority.create(`${name}-ca`);
  const stopControllers = runControllers(store, authority.pem);
  const watches = new Watches();
  const requests = new RequestLog();
  const context: ApiContext = {
    store,
    watches,
    random,
    authorizer: new Authorizer(store),
    serviceTimes: { ...NO_SERVICE_TIMES, ...options.serviceTimes },
    times: { ...DEFAULT_WATCH_TIMES, ...options.watchTimes },
  };
  const listener = new Listener(
    options.port ?? 0,
    await authority.issue(),
    (request, response) => {
      handle(request, response).catch(() => response.destroy());
    },
  );
  const faults = new Faults({
    listener,
    watches,
    authority,
    foreignAuthority: () => CertificateAuthority.create(`not-${name}-ca`),
    expireVersions: () => store.compact(),
  });

  async function handle(request: IncomingMessage, response: ServerResponse) {
    setCommonHeaders(response);
    const info = requestInfo(request.method ?? 'GET', request.url ?? '/');
    const user = authenticate(request.headers.authorization, identities);
    logWhenAnswered(requests, info, user, response);
    if (!isHealthCheck(info) && (await isFaulty(response))) {
      return;
    }
    try {
      if (!user) {
        throw unauthorized();
      }
      await route({ request, response, info, user }, context);
    } catch (error) {
      if (response.headersSent) {
        throw error;
      }
      sendError({ request, response }, statusOf(error));
    }
  }

  /** @returns true when the fault has answered, or never will */
  async function isFaulty(response: ServerResponse): Promise<boolean> {
    const { halfOpen, latencyMs, tooManyRequestsShare } = faults.state;
    if (halfOpen) {
      return true;
    }
    if (latencyMs > 0) {
      await setTimeout(latencyMs, undefined, { ref: false });
    }
    if (random() < tooManyRequestsShare) {
      const text = 'Too many requests, please try again later.\n';
      sendText({ response }, 429, text, { 'Retry-After': '1' });
      return true;
    }
    return false;
  }

  await listener.listen();
  return {
    name,
    identities,
    faults,
    requests,
    certificateAuthority: authority.pem,
    url: `https://127.0.0.1:${listener.port}`,
    get openWatches() {
      return watches.count;
    },
    get openConnections() {
      return listener.connectionCount;
    },
    async close() {
      stopControllers();
      watches.end();
      await listener.close();
    },
  };
}

function logWhenAnswered(
  requests: RequestLog,
  { verb, path, resource }: RequestInfo,
  user: User | undefined,
  response: ServerResponse,
): void {
  const subject = resource
    ? qualifiedResource({ group: resource.group, plural: resource.resource })
    : path;
  // at its start, as a watch has no end to wait for
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((code: number, ...rest: []) => {
    requests.add({
      verb,
      resource: resource?.subresource
        ? `${subject}/${resource.subresource}`
        : subject,
      namespace: resource?.namespace,
      identity: user?.name ?? 'unknown',
      code,
    });
    return writeHead(code, ...rest);
  }) as typeof response.writeHead;
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
