import {
  GetObjectCommand,
  GetObjectCommandOutput,
  ListObjectsV2Command,
  ListObjectsV2CommandOutput,
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
    for await (const { Contents = [] } of this.#pages({ prefix }, signal)) {
      yield Contents.flatMap(({ Key, ...rest }) =>
        Key ? { key: Key, ...versionOf(rest) } : [],
      );
    }
  }

  /**
   * The folders directly below a prefix, in pages: each with the prefix, and a
   * `/` at its end. Much less than all that lies in them.
   *
   * @throws as `list`
   */
  async *folders(
    prefix: string,
    signal: AbortSignal,
  ): AsyncGenerator<string[]> {
    const pages = this.#pages({ prefix, delimiter: '/' }, signal);
    for await (const { CommonPrefixes = [] } of pages) {
      yield CommonPrefixes.flatMap(({ Prefix = [] }) => Prefix);
    }
  }

  /**
   * Opens an object. Nothing of it is kept: whoever reads it counts the bytes.
   *
   * @throws BucketError; the signal's reason when that aborts
   */
  async open(key: string, signal: AbortSignal): Promise<Readable> {
    return (await this.#get(key, signal)).body;
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
  ): Promise<BucketObject & { content: Buffer }> {
    const { body, ...version } = await this.#get(key, signal);
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
    return { key, ...version, content: Buffer.concat(chunks) };
  }

  close(): void {
    this.#client?.then(client => client.destroy()).catch(() => {});
  }

  async *#pages(
    { prefix, delimiter }: { prefix: string; delimiter?: string },
    signal: AbortSignal,
  ): AsyncGenerator<ListObjectsV2CommandOutput> {
    let token: string | undefined;
    do {
      const query = {
        Bucket: this.#config.bucket,
        Prefix: prefix,
        Delimiter: delimiter,
        ContinuationToken: token,
      };
      const page = await this.#ask(signal, client =>
        client.send(new ListObjectsV2Command(query), { abortSignal: signal }),
      );
      yield page;
      token = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
  }

  async #get(key: string, signal: AbortSignal) {
    const query = { Bucket: this.#config.bucket, Key: key };
    const answer = await this.#ask(signal, client =>
      client.send(new GetObjectCommand(query), { abortSignal: signal }),
    );
    if (!(answer.Body instanceof Readable)) {
      throw new BucketError('storageFailed', 'bucket.sentNothing');
    }
    return { body: addAbortSignal(signal, answer.Body), ...versionOf(answer) };
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

function versionOf({
  ETag,
  LastModified,
}: Pick<GetObjectCommandOutput, 'ETag' | 'LastModified'>) {
  return { etag: ETag ?? '', modified: +(LastModified ?? 0) };
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
