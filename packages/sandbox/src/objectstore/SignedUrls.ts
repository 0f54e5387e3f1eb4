import { createHmac, randomBytes, timingSafeEqual } from 'crypto';
import { Clock } from '../kubernetes/objects';

export type UrlProblem = 'unsigned' | 'expired' | 'badSignature';

/**
 * URLs that open one object for a while, in the form of S3's presigned URLs.
 * As with S3, signing does not look whether the object exists.
 */
export class SignedUrls {
  readonly #clock: Clock;
  readonly #key = randomBytes(32);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  sign(base: string, bucket: string, key: string, ttlMs: number): string {
    const url = new URL(
      `/${[bucket, ...key.split('/')].map(encodeURIComponent).join('/')}`,
      base,
    );
    const date = this.#clock
      .now()
      .toISOString()
      .replace(/[-:]|\.\d+/g, '');
    url.search = new URLSearchParams({
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': `sandbox/${date.slice(0, 8)}/sandbox/s3/aws4_request`,
      'X-Amz-Date': date,
      'X-Amz-Expires': String(Math.floor(ttlMs / 1000)),
      'X-Amz-SignedHeaders': 'host',
    }).toString();
    url.searchParams.set('X-Amz-Signature', this.#signature(url));
    return url.toString();
  }

  /** @returns what is wrong with the URL, if anything. */
  check(url: URL): UrlProblem | undefined {
    const claimed = url.searchParams.get('X-Amz-Signature');
    const date = url.searchParams.get('X-Amz-Date');
    const expires = Number(url.searchParams.get('X-Amz-Expires'));
    if (!claimed || !date || !expires) {
      return 'unsigned';
    }
    const expected = Buffer.from(this.#signature(url));
    const given = Buffer.from(claimed);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return 'badSignature';
    }
    const signedAt = Date.parse(
      date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'),
    );
    return signedAt + expires * 1000 < this.#clock.now().getTime()
      ? 'expired'
      : undefined;
  }

  #signature(url: URL): string {
    const signed = new URL(url);
    signed.searchParams.delete('X-Amz-Signature');
    signed.searchParams.sort();
    return createHmac('sha256', this.#key)
      .update(`${signed.pathname}?${signed.searchParams}`)
      .digest('hex');
  }
}
