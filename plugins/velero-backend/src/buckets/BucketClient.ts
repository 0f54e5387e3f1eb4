import {
  GetObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import { readFile } from 'node:fs/promises';
import { addAbortSignal, Readable } from 'node:stream';
import { rootCertificates } from 'node:tls';
import { BucketConfig } from '../config';
import { BucketError } from './BucketError';
import { explainBucket } from './explainBucket';

/** One object in a bucket. */
export interface BucketObject {
  key: string;
  /** Another one after each write. */
  etag: string;
  /** Milliseconds since 1970. */
  modified: number;
}

/** Lists and reads objects of one bucket; it cannot write. */
export class BucketClient {
  readonly #config: BucketConfig;
  readonly #requestTimeout: number;
  #client: Promise<S3Client> | undefined;

  /** @param requestTimeout - milliseconds that a request may be silent */
  constructor(config: BucketConfig, requestTimeout: number) {
    this.#config = config;
    this.#requestTimeout = requestTimeout;
  }

  /**
   * All objects below a prefix, in pages.
   *
   * @throws BucketError; the signal's reason when that aborts
   */
  async *list(
    prefix: string,
    signal: AbortSignal,
  ): AsyncGenerator<BucketObject[]> {
    let token: string | undefined;
    do {
      const query = {
        Bucket: this.#config.bucket,
        Prefix: prefix,
        ContinuationToken: token,
      };
      const page = await this.#ask(signal, client =>
        client.send(new ListObjectsV2Command(query), { abortSignal: signal }),
      );
      yield (page.Contents ?? []).flatMap(({ Key, ETag, LastModified }) =>
        Key
          ? { key: Key, etag: ETag ?? '', modified: +(LastModified ?? 0) }
          : [],
      );
      token = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
  }

  /**
   * Opens an object. Nothing of it is kept: whoever reads it counts the bytes.
   *
   * @throws BucketError; the signal's reason when that aborts
   */
  async open(key: string, signal: AbortSignal): Promise<Readable> {
    const query = { Bucket: this.#config.bucket, Key: key };
    const { Body } = await this.#ask(signal, client =>
      client.send(new GetObjectCommand(query), { abortSignal: signal }),
    );
    if (!(Body instanceof Readable)) {
      throw new BucketError('storageFailed', 'bucket.sentNothing');
    }
    return addAbortSignal(signal, Body);
  }

  /**
   * Reads a small object whole.
   *
   * @throws as `open`, and `tooLarge`
   */
  async read(
    key: string,
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<Buffer> {
    const body = await this.open(key, signal);
    const chunks: Buffer[] = [];
    let bytes = 0;
    try {
      for await (const chunk of body as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > maxBytes) {
          throw new BucketError('tooLarge', 'bucket.fileTooLarge', {
            bytes: maxBytes,
          });
        }
        chunks.push(chunk);
      }
    } catch (error) {
      signal.throwIfAborted();
      throw explainBucket(error, this.#config.bucket);
    } finally {
      body.destroy();
    }
    return Buffer.concat(chunks);
  }

  close(): void {
    this.#client?.then(client => client.destroy()).catch(() => {});
  }

  async #ask<T>(
    signal: AbortSignal,
    request: (client: S3Client) => Promise<T>,
  ): Promise<T> {
    try {
      this.#client ??= this.#connect();
      return await request(await this.#client);
    } catch (error) {
      signal.throwIfAborted();
      const explained = explainBucket(error, this.#config.bucket);
      if (explained.failure === 'storageUntrusted') {
        // The next try reads the certificates again.
        this.#client = undefined;
      }
      throw explained;
    }
  }

  async #connect(): Promise<S3Client> {
    const { region, s3Url, endpoint = s3Url, forcePathStyle } = this.#config;
    const { accessKeyId, secretAccessKey, caFile } = this.#config;
    return new S3Client({
      region,
      endpoint,
      forcePathStyle: forcePathStyle ?? endpoint !== undefined,
      ...(accessKeyId &&
        secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
      maxAttempts: 2,
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: {
        connectionTimeout: this.#requestTimeout,
        requestTimeout: this.#requestTimeout,
        throwOnRequestTimeout: true,
        ...(caFile && { httpsAgent: { ca: await readAuthorities(caFile) } }),
      },
    });
  }
}

async function readAuthorities(file: string): Promise<string[]> {
  try {
    return [...rootCertificates, await readFile(file, 'utf8')];
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new BucketError('storageUntrusted', 'bucket.caUnreadable', {
      file,
      code,
    });
  }
}
