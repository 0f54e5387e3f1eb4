import http from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Connections } from './Connections';
import { Access, Credentials } from './Credentials';
import { KubeError, SilenceError } from './KubeError';
import { readText } from './readText';

/** One call of a Kubernetes API. */
export interface KubeRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Such as `/apis/velero.io/v1/namespaces/velero/backups`; parts are encoded by the caller. */
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
  /** Sent as JSON. */
  body?: unknown;
  /** Of the body, such as `application/merge-patch+json`. */
  contentType?: string;
  /** Of the answer; JSON by default. */
  accept?: string;
  /** How long the answer may take to begin; the configuration's request timeout by default. */
  silenceMs?: number;
  /** How long each further part of it may take; as `silenceMs` by default. */
  bodySilenceMs?: number;
  signal?: AbortSignal;
}

/** Nothing that this plugin asks for is larger; lists are read as streams. */
const MAX_JSON_BYTES = 16 * 1024 * 1024;
const MAX_ERROR_BYTES = 64 * 1024;

/**
 * Talks to one cluster. Client-node brings the credentials; its own requests
 * are not used, as each makes a new connection pool and reads answers whole
 * (docs/adr/adr008-own-list-and-watch.md).
 */
export class KubeClient {
  readonly #credentials: Credentials;
  readonly #silenceMs: number;
  readonly #connections = new Connections();

  constructor(
    /** The cluster's name in the configuration. */
    readonly cluster: string,
    credentials: Credentials,
    options: { requestTimeout: number },
  ) {
    this.#credentials = credentials;
    this.#silenceMs = options.requestTimeout;
  }

  /** Reads credentials and certificates again, and lets idle connections go. */
  reload(): void {
    this.#credentials.reload();
    this.#connections.releaseIdle();
  }

  /**
   * Reads one JSON document.
   *
   * @throws KubeError when the server refuses, CredentialsError, SilenceError,
   *   or Node's own error of the connection
   */
  async json<T>(request: KubeRequest): Promise<T> {
    const body = await this.open(request);
    return JSON.parse(await readText(body, MAX_JSON_BYTES)) as T;
  }

  /**
   * Opens an answer to be read as it comes. Errors are those of `json`; once
   * the stream is open they arrive on it.
   */
  async open(request: KubeRequest): Promise<Readable> {
    try {
      return await this.#attempt(request);
    } catch (error) {
      // The token was replaced: nothing has been done yet, so ask again as
      // whom the files say now.
      if (error instanceof KubeError && error.status === 401) {
        this.reload();
        return this.#attempt(request);
      }
      throw error;
    }
  }

  /** Whether the kubeconfig says not to look at the server's certificate. */
  async isUnverified(): Promise<boolean> {
    return (await this.#credentials.access()).unverified;
  }

  close(): void {
    this.#connections.close();
  }

  async #attempt(request: KubeRequest): Promise<Readable> {
    const access = await this.#credentials.access();
    request.signal?.throwIfAborted();
    const answer = await this.#send(access, request);
    const body =
      answer.headers['content-encoding'] === 'gzip' ? gunzip(answer) : answer;
    const status = answer.statusCode ?? 0;
    if (status < 200 || status > 299) {
      throw KubeError.fromBody(
        status,
        await readText(body, MAX_ERROR_BYTES),
        answer.headers['retry-after'],
      );
    }
    return body;
  }

  #send(access: Access, request: KubeRequest): Promise<http.IncomingMessage> {
    const { server, options } = access;
    const body =
      request.body === undefined ? undefined : JSON.stringify(request.body);
    const transport = server.protocol === 'http:' ? http : https;
    const agent = this.#connections.agentFor(access);
    return new Promise((resolve, reject) => {
      const outgoing = transport.request(addressOf(server, request), {
        agent,
        auth: options.auth,
        method: request.method ?? 'GET',
        signal: request.signal,
        headers: {
          ...(options.headers as http.OutgoingHttpHeaders),
          ...headersOf(request, body),
        },
      });
      let silenceMs = request.silenceMs ?? this.#silenceMs;
      outgoing.setTimeout(silenceMs);
      outgoing.on('timeout', () =>
        outgoing.destroy(new SilenceError(silenceMs)),
      );
      outgoing.on('error', reject);
      outgoing.on('response', answer => {
        // After the head, a broken connection is an error of the answer.
        outgoing.on('error', error => answer.destroy(error));
        silenceMs = request.bodySilenceMs ?? silenceMs;
        outgoing.setTimeout(silenceMs);
        resolve(answer);
      });
      outgoing.end(body);
    });
  }
}

function addressOf(server: URL, { path, query }: KubeRequest): URL {
  const address = new URL(server.href.replace(/\/$/, '') + path);
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined) {
      address.searchParams.set(key, String(value));
    }
  }
  return address;
}

function headersOf(
  { contentType, accept = 'application/json' }: KubeRequest,
  body: string | undefined,
): http.OutgoingHttpHeaders {
  return {
    Accept: accept,
    'Accept-Encoding': 'gzip',
    'User-Agent': 'backstage-plugin-velero',
    ...(body !== undefined && {
      'Content-Type': contentType ?? 'application/json',
      'Content-Length': Buffer.byteLength(body),
    }),
  };
}

function gunzip(answer: http.IncomingMessage): Readable {
  const plain = createGunzip();
  answer.on('error', error => plain.destroy(error));
  plain.on('close', () => answer.destroy());
  return answer.pipe(plain);
}
