import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { AnswerCache } from './AnswerCache';
import type { VeleroRequestOptions } from './VeleroApi';

/** Pages that a reader may come back to; a body is some tens of kB. */
const REMEMBERED_ANSWERS = 50;

/** Speaks HTTP with the plugin's backend. Rejects with a `ResponseError`. */
export class BackendClient {
  readonly #discovery: DiscoveryApi;
  readonly #fetch: FetchApi;
  readonly #answers = new AnswerCache({ capacity: REMEMBERED_ANSWERS });

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discovery = options.discoveryApi;
    this.#fetch = options.fetchApi;
  }

  /** An unchanged answer is the same object as before. */
  async get<T>(path: string, options?: VeleroRequestOptions): Promise<T> {
    const url = await this.#urlOf(path);
    const known = this.#answers.get(url);
    const response = await this.#fetch.fetch(url, {
      signal: options?.signal,
      headers: known?.etag ? { 'If-None-Match': known.etag } : {},
    });
    if (known && response.status === 304) {
      return known.body as T;
    }
    return this.#answers.put(url, {
      etag: response.headers.get('ETag') ?? undefined,
      text: await (await accepted(response)).text(),
    }) as T;
  }

  async post<T>(
    path: string,
    body: unknown,
    options?: VeleroRequestOptions,
  ): Promise<T> {
    const response = await this.#fetch.fetch(await this.#urlOf(path), {
      method: 'POST',
      signal: options?.signal,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await accepted(response)).json();
  }

  /** A file, with the reader's token, which a plain link would not carry. */
  async download(path: string, options?: VeleroRequestOptions): Promise<Blob> {
    const response = await this.#fetch.fetch(await this.#urlOf(path), {
      signal: options?.signal,
    });
    return (await accepted(response)).blob();
  }

  async #urlOf(path: string): Promise<string> {
    return `${await this.#discovery.getBaseUrl('velero')}${path}`;
  }
}

async function accepted(response: Response): Promise<Response> {
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return response;
}

/** A query as it follows a path; what is undefined or empty is left out. */
export function search(query: object): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      params.set(key, String(value));
    }
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}
