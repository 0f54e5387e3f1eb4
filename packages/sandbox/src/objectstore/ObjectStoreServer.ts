import { createServer, IncomingMessage, Server, ServerResponse } from 'http';
import { AddressInfo } from 'net';
import { Clock } from '../kubernetes/objects';
import { gzipBomb, ObjectFault } from './faults';
import { listingPage } from './listing';
import { ObjectStore, ObjectStoreError } from './ObjectStore';
import { AccessKey, RequestProblem, SignedRequests } from './SignedRequests';
import { SignedUrls, UrlProblem } from './SignedUrls';

const REFUSALS: Record<
  UrlProblem | RequestProblem,
  { code: string; message: string }
> = {
  unsigned: { code: 'AccessDenied', message: 'Access Denied' },
  unknownKey: {
    code: 'InvalidAccessKeyId',
    message: 'The access key ID you provided does not exist in our records.',
  },
  expired: { code: 'AccessDenied', message: 'Request has expired' },
  skewed: {
    code: 'RequestTimeTooSkewed',
    message:
      'The difference between the request time and the current time is too large.',
  },
  badSignature: {
    code: 'SignatureDoesNotMatch',
    message:
      'The request signature we calculated does not match the signature you provided.',
  },
};

/** How many pieces a slow answer comes in. */
const SLOW_PIECES = 10;

/**
 * The object store over loopback HTTP, for who holds a signed URL, or signs
 * requests with the access key: `ListObjectsV2` and `GetObject` of S3.
 */
export class ObjectStoreServer {
  readonly store: ObjectStore;
  readonly #urls: SignedUrls;
  readonly #requests: SignedRequests;
  readonly #server: Server;

  constructor(store: ObjectStore, clock: Clock) {
    this.store = store;
    this.#urls = new SignedUrls(clock);
    this.#requests = new SignedRequests(clock);
    this.#server = createServer((request, response) =>
      this.#answer(request, response),
    );
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

  /** What clients of S3 sign with. */
  get accessKey(): AccessKey {
    return this.#requests.accessKey;
  }

  signedUrl(bucket: string, key: string, ttlMs: number): string {
    return this.#urls.sign(this.url, bucket, key, ttlMs);
  }

  async close(): Promise<void> {
    await new Promise<void>(resolve => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.url);
    if (request.method !== 'GET') {
      refuse(response, 405, 'MethodNotAllowed', 'Only GET is allowed here.');
      return;
    }
    const problem = request.headers.authorization
      ? this.#requests.check(request)
      : this.#urls.check(url);
    if (problem) {
      const { code, message } = REFUSALS[problem];
      refuse(response, 403, code, message);
      return;
    }
    const [bucket, ...rest] = url.pathname
      .slice(1)
      .split('/')
      .map(decodeURIComponent);
    try {
      const key = rest.join('/');
      if (key === '' && url.searchParams.get('list-type') === '2') {
        const page = listingPage(this.store, bucket, url.searchParams);
        response.writeHead(200, { 'Content-Type': 'application/xml' });
        response.end(page);
      } else {
        this.#send(response, bucket, key);
      }
    } catch (error) {
      if (!(error instanceof ObjectStoreError)) {
        throw error;
      }
      refuse(response, error.status, error.code, error.message);
    }
  }

  #send(response: ServerResponse, bucket: string, key: string): void {
    const fault = this.store.faults.ofObject(bucket, key);
    const found = this.store.read(bucket, key);
    if (!found || fault?.kind === 'missing') {
      throw new ObjectStoreError(
        'NoSuchKey',
        'The specified key does not exist.',
      );
    }
    const body = spoil(found.body, fault);
    response.writeHead(200, {
      'Content-Type': 'binary/octet-stream',
      'Content-Length': body.length,
      'Last-Modified': found.modified.toUTCString(),
      ...(found.etag && { ETag: `"${found.etag}"` }),
    });
    if (fault?.kind === 'truncated') {
      response.write(body.subarray(0, Math.floor(body.length / 2)), () =>
        response.destroy(),
      );
    } else if (fault?.kind === 'slow') {
      drip(response, body, fault.ms);
    } else {
      response.end(body);
    }
  }
}

function spoil(body: Buffer, fault: ObjectFault | undefined): Buffer {
  switch (fault?.kind) {
    case 'notGzip':
      return Buffer.from('<html><body>Please sign in.</body></html>');
    case 'oversized':
      return gzipBomb(fault.bytes);
    default:
      return body;
  }
}

function drip(response: ServerResponse, body: Buffer, ms: number): void {
  const piece = Math.max(1, Math.ceil(body.length / SLOW_PIECES));
  let sent = 0;
  const timer = setInterval(() => {
    response.write(body.subarray(sent, sent + piece));
    sent += piece;
    if (sent >= body.length) {
      clearInterval(timer);
      response.end();
    }
  }, ms / SLOW_PIECES);
  response.on('close', () => clearInterval(timer));
}

function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
): void {
  response.writeHead(status, { 'Content-Type': 'application/xml' });
  response.end(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
  );
}
