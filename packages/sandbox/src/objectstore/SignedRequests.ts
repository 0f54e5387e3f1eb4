import { createHash, createHmac, randomBytes, timingSafeEqual } from 'crypto';
import { IncomingMessage } from 'http';
import { Clock } from '../kubernetes/objects';

/** What a client of the object store signs with. */
export interface AccessKey {
  readonly id: string;
  readonly secret: string;
}

export type RequestProblem =
  | 'unsigned'
  | 'unknownKey'
  | 'skewed'
  | 'badSignature';

const ALGORITHM = 'AWS4-HMAC-SHA256';
const HEADER =
  /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([^/,]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
const SKEW_MS = 15 * 60_000;

/**
 * Checks requests that are signed in their `Authorization` header, as S3's
 * clients do (Signature Version 4 for S3: paths are encoded once).
 */
export class SignedRequests {
  readonly accessKey: AccessKey = {
    id: 'sandbox',
    secret: randomBytes(24).toString('base64url'),
  };
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @returns what is wrong with the request, if anything. */
  check(request: IncomingMessage): RequestProblem | undefined {
    const match = HEADER.exec(request.headers.authorization ?? '');
    const date = String(request.headers['x-amz-date'] ?? '');
    if (!match || !date.startsWith(match[2])) {
      return 'unsigned';
    }
    if (match[1] !== this.accessKey.id) {
      return 'unknownKey';
    }
    const [, , day, region, names, claimed] = match;
    const scope = `${day}/${region}/s3/aws4_request`;
    const text = [ALGORITHM, date, scope, sha256(canonical(request, names))];
    const expected = this.#signature(day, region, text.join('\n'));
    if (!timingSafeEqual(Buffer.from(expected), Buffer.from(claimed))) {
      return 'badSignature';
    }
    // Clients go by the real time, the sandbox by its own: either will do.
    const nearest = Math.min(
      ...[Date.now(), this.#clock.now().getTime()].map(now =>
        Math.abs(now - parse(date)),
      ),
    );
    return nearest > SKEW_MS ? 'skewed' : undefined;
  }

  #signature(day: string, region: string, text: string): string {
    const key = [day, region, 's3', 'aws4_request'].reduce<Buffer>(
      (secret, part) => hmac(secret, part),
      Buffer.from(`AWS4${this.accessKey.secret}`),
    );
    return hmac(key, text).toString('hex');
  }
}

function canonical(request: IncomingMessage, names: string): string {
  const { pathname, searchParams } = new URL(request.url!, 'http://store');
  const query = [...searchParams]
    .map(pair => pair.map(encode).join('='))
    .sort()
    .join('&');
  const headers = names
    .split(';')
    .map(name => `${name}:${String(request.headers[name] ?? '').trim()}\n`)
    .join('');
  const payload = String(request.headers['x-amz-content-sha256'] ?? '');
  return [request.method, pathname, query, headers, names, payload].join('\n');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function parse(date: string): number {
  return Date.parse(
    date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
