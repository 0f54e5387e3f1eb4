import { Authorizer } from '../access/authorizer';
import type { Identity } from '../access/user';
import { runControllers } from '../controllers/controllers';
import type { MemoryClusterStore } from '../store/clusterStore';
import { CertificateAuthority } from './certificates';
import { Faults, noFaults } from './faults';
import { Gateway } from './gateway';
import { Listener } from './listener';
import {
  DEFAULT_WATCH_TIMES,
  NO_SERVICE_TIMES,
  type ServiceTimes,
  type WatchTimes,
} from './options';
import { RequestLog } from './requestLog';
import type { ApiContext } from './route';
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
  /** All that went out over the wire so far, TLS included. */
  readonly bytesSent: number;
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
  const faultState = noFaults();
  const gateway = new Gateway(context, identities, faultState, requests);
  const listener = new Listener(
    options.port ?? 0,
    await authority.issue(),
    (request, response) => {
      gateway.handle(request, response).catch(() => response.destroy());
    },
  );
  const faults = new Faults(faultState, {
    listener,
    watches,
    authority,
    foreignAuthority: () => CertificateAuthority.create(`not-${name}-ca`),
    expireVersions: () => store.compact(),
  });

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
    get bytesSent() {
      return listener.bytesSent;
    },
    async close() {
      stopControllers();
      watches.end();
      await listener.close();
    },
  };
}
