import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { User } from '../access/user';
import type { ResourceType } from '../objects';
import { StatusError } from '../status';
import type { RequestInfo } from './requestInfo';

/** One request and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly info: RequestInfo;
  readonly user: User;
}

/** The namespace that a request is about; a Namespace is in none, though its path names one. */
export function namespaceOf(
  { info }: Exchange,
  type: ResourceType,
): string | undefined {
  return type.namespaced ? info.resource?.namespace : undefined;
}

/** Kubernetes compresses only what is larger than this. */
export const GZIP_THRESHOLD = 128 * 1024;

export function setCommonHeaders(response: ServerResponse): void {
  response.setHeader('Audit-Id', randomUUID());
  response.setHeader('Cache-Control', 'no-cache, private');
}

export function sendJson(
  { request, response }: Pick<Exchange, 'request' | 'response'>,
  code: number,
  body: object,
): void {
  let bytes = Buffer.from(JSON.stringify(body));
  response.setHeader('Content-Type', 'application/json');
  if (bytes.length > GZIP_THRESHOLD && acceptsGzip(request)) {
    bytes = gzipSync(bytes, { level: 1 });
    response.setHeader('Content-Encoding', 'gzip');
    response.setHeader('Vary', 'Accept-Encoding');
  }
  response.writeHead(code, { 'Content-Length': bytes.length }).end(bytes);
}

export function sendText(
  { response }: Pick<Exchange, 'response'>,
  code: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  response
    .writeHead(code, {
      'Content-Type': 'text/plain; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      'Content-Length': Buffer.byteLength(text),
      ...headers,
    })
    .end(text);
}

/** For paths that no handler is mounted on; not a Status, even in Kubernetes. */
export function sendPageNotFound(exchange: Pick<Exchange, 'response'>): void {
  sendText(exchange, 404, '404 page not found\n');
}

export function sendError(
  exchange: Pick<Exchange, 'request' | 'response'>,
  error: StatusError,
): void {
  const { retryAfterSeconds } = error.status.details ?? {};
  if (retryAfterSeconds) {
    exchange.response.setHeader('Retry-After', retryAfterSeconds);
  }
  if (error.code === 403) {
    exchange.response.setHeader('X-Content-Type-Options', 'nosniff');
  }
  sendJson(exchange, error.code, error.status);
}

export function acceptsGzip(request: IncomingMessage): boolean {
  return /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
}

/** Kubernetes' own limit on request bodies. */
const BODY_LIMIT = 3 * 1024 * 1024;

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > BODY_LIMIT) {
      throw new StatusError(
        413,
        'RequestEntityTooLarge',
        `Request entity too large: limit is ${BODY_LIMIT}`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
