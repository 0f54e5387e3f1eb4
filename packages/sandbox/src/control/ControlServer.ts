import { randomBytes, timingSafeEqual } from 'crypto';
import { createServer, IncomingMessage, Server, ServerResponse } from 'http';
import { AddressInfo } from 'net';
import { text } from 'stream/consumers';
import { StatusError } from '../kubernetes';
import { Sandbox } from '../sandbox';
import { BadRequest, NotThere, Unauthorized } from './errors';
import { controlRoutes, findRoute } from './routes';

/**
 * Lets people and tests make things happen in a running sandbox: faults, time,
 * backups. On loopback, for who has the token.
 */
export class ControlServer {
  readonly token = randomBytes(24).toString('base64url');
  readonly #routes;
  readonly #server: Server;

  constructor(sandbox: Sandbox) {
    this.#routes = controlRoutes(sandbox);
    this.#server = createServer((request, response) => {
      this.#answer(request).then(
        body => send(response, 200, body),
        error => sendError(response, error),
      );
    });
  }

  async listen(port = 0): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    await new Promise<void>(resolve => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #answer(request: IncomingMessage): Promise<unknown> {
    const { method = 'GET', url = '/', headers } = request;
    if (!this.#isKnown(headers.authorization)) {
      throw new Unauthorized(
        'The token in sandbox.json is needed, as Authorization: Bearer.',
      );
    }
    const { pathname } = new URL(url, this.url);
    const { answer, names } = findRoute(this.#routes, method, pathname);
    return answer(await bodyOf(request), names);
  }

  #isKnown(authorization = ''): boolean {
    const given = Buffer.from(authorization);
    const expected = Buffer.from(`Bearer ${this.token}`);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const body = await text(request);
  try {
    return body ? JSON.parse(body) : {};
  } catch {
    throw new BadRequest('The body is not JSON.');
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(`${JSON.stringify(body)}\n`);
}

function sendError(response: ServerResponse, error: Error): void {
  send(response, statusOf(error), { error: error.message });
}

function statusOf(error: Error): number {
  if (error instanceof StatusError) {
    return error.code;
  }
  const known: Array<[new (message: string) => Error, number]> = [
    [Unauthorized, 401],
    [NotThere, 404],
    [BadRequest, 400],
  ];
  return known.find(([type]) => error instanceof type)?.[1] ?? 500;
}
