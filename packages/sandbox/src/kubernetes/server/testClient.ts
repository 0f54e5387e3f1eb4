import { request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { veleroCrds } from '../crds';
import { createClusterStore } from '../store/clusterStore';
import type { ClusterStoreOptions } from '../store/options';
import { startApiServer, type ApiServerOptions } from './apiServer';

export interface TestAnswer {
  status: number;
  headers: IncomingMessage['headers'];
  /** Parsed when it is JSON. */
  body: any;
}

/** Raw requests to one server, each on a connection of its own. */
export class TestClient {
  readonly #server: { url: string; certificateAuthority: string };
  readonly #token: string | undefined;

  constructor(
    server: { url: string; certificateAuthority: string },
    token?: string,
  ) {
    this.#server = server;
    this.#token = token;
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<TestAnswer> {
    const response = await this.open(method, path, body, headers);
    const raw = await text(response);
    const isJson = response.headers['content-type'] === 'application/json';
    return {
      status: response.statusCode!,
      headers: response.headers,
      body: isJson ? JSON.parse(raw) : raw,
    };
  }

  get(path: string, headers?: Record<string, string>): Promise<TestAnswer> {
    return this.send('GET', path, undefined, headers);
  }

  /** The answer as a stream, as for a watch. */
  open(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      request(
        `${this.#server.url}${path}`,
        {
          method,
          agent: false,
          ca: this.#server.certificateAuthority,
          headers: {
            ...(this.#token ? { Authorization: `Bearer ${this.#token}` } : {}),
            ...(body === undefined
              ? {}
              : { 'Content-Type': 'application/json' }),
            ...headers,
          },
        },
        resolve,
      )
        .on('error', reject)
        .end(typeof body === 'string' ? body : body && JSON.stringify(body));
    });
  }
}

/** For this package's tests: a server with Velero's kinds, namespace `velero`, and who is in it. */
export async function startTestServer(
  options: Partial<ApiServerOptions> & {
    store?: never;
    storeOptions?: Partial<ClusterStoreOptions>;
  } = {},
) {
  const store = createClusterStore({
    crds: veleroCrds(),
    clock: { now: () => new Date('2026-03-01T10:00:00Z') },
    ...options.storeOptions,
  });
  store.create({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'velero' },
  });
  const server = await startApiServer({
    name: 'test',
    identities: [
      { name: 'admin', token: 'admin-token', groups: ['system:masters'] },
      { name: 'plugin', token: 'plugin-token' },
    ],
    ...options,
    store,
  });
  const client = (token?: string) => new TestClient(server, token);
  return { store, server, admin: client('admin-token'), client };
}

/** The events of an open watch, one by one. */
export async function* watchEvents(
  stream: IncomingMessage,
): AsyncGenerator<any> {
  let rest = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      yield JSON.parse(line);
    }
  }
}
