import { request, type RequestOptions } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import type { KubeConfig } from '@kubernetes/client-node';

/** An answer as it came over the wire. */
export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  /** Parsed when the server says that it is JSON. */
  body: any;
}

/** What may be said next to method and path. */
export interface Extras {
  /** An object goes as JSON, a string as it is. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** Raw requests under one identity: what clients hide is what is checked here. */
export class Wire {
  readonly #config: KubeConfig;

  constructor(config: KubeConfig) {
    this.#config = config;
  }

  get server(): string {
    return this.#config.getCurrentCluster()!.server;
  }

  async send(
    method: string,
    path: string,
    extras: Extras = {},
  ): Promise<Answer> {
    const response = await this.open(method, path, extras);
    const bytes = await buffer(response);
    const isGzip = response.headers['content-encoding'] === 'gzip';
    const text = (isGzip ? gunzipSync(bytes) : bytes).toString('utf8');
    const isJson = /^application\/json\b/.test(
      response.headers['content-type'] ?? '',
    );
    return {
      status: response.statusCode!,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : text,
    };
  }

  get(path: string, headers?: Record<string, string>): Promise<Answer> {
    return this.send('GET', path, { headers });
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.send('POST', path, { body });
  }

  put(path: string, body: unknown): Promise<Answer> {
    return this.send('PUT', path, { body });
  }

  delete(path: string, body?: unknown): Promise<Answer> {
    return this.send('DELETE', path, { body });
  }

  mergePatch(path: string, body: unknown): Promise<Answer> {
    return this.patch(path, body, 'application/merge-patch+json');
  }

  patch(path: string, body: unknown, contentType: string): Promise<Answer> {
    const headers = { 'Content-Type': contentType };
    return this.send('PATCH', path, { body, headers });
  }

  /** The answer as a stream, as for a watch. */
  async open(
    method: string,
    path: string,
    { body, headers }: Extras = {},
  ): Promise<IncomingMessage> {
    const options: RequestOptions = {};
    await this.#config.applyToHTTPSOptions(options);
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
    return new Promise((resolve, reject) => {
      request(
        `${this.server}${path}`,
        {
          ...options,
          method,
          // no connection is shared, so that no test depends on another
          agent: false,
          headers: {
            'User-Agent': 'contract/1.0',
            ...(body === undefined ? {} : bodyHeaders(text)),
            ...(options.headers as Record<string, string>),
            ...headers,
          },
        },
        resolve,
      )
        .on('error', reject)
        .end(body === undefined ? undefined : text);
    });
  }
}

/** Without a length, Node sends the body of a DELETE such that servers overlook it. */
function bodyHeaders(text: string): Record<string, string> {
  return {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(text)),
  };
}
