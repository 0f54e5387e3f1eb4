import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { constants, createGzip } from 'node:zlib';
import { apiVersionOf, type ServedType } from '../resourceTypes';
import type { MemoryClusterStore } from '../store/clusterStore';
import {
  acceptsGzip,
  GZIP_THRESHOLD,
  namespaceOf,
  type Exchange,
} from './exchange';
import { listOptions } from './listOptions';
import type { ServiceTimes } from './options';
import { readPage, type Page } from './page';
import { negotiate, represent, type Representation } from './representation';

/** Records written at once: enough to be quick, few enough not to hold up the event loop. */
const CHUNK = 25;

/** Answers a list, page by page if asked, in chunks. */
export async function handleList(
  exchange: Exchange,
  store: MemoryClusterStore,
  type: ServedType,
  serviceTimes: ServiceTimes,
): Promise<void> {
  const representation = negotiate(exchange.request.headers.accept);
  const options = listOptions(exchange.info.query, type);
  const namespace = namespaceOf(exchange, type);
  const page = await readPage(store, type, namespace, options);
  const perObjectMs =
    options.resourceVersion === '0'
      ? serviceTimes.cachedPerObjectMs
      : serviceTimes.perObjectMs;
  await writePage(exchange, type, page, representation, perObjectMs);
}

async function writePage(
  { request, response }: Exchange,
  type: ServedType,
  page: Page,
  representation: Representation,
  perObjectMs: number,
): Promise<void> {
  const size = page.items.reduce((sum, { json }) => sum + json.length, 0);
  response.setHeader('Content-Type', 'application/json');
  const bytes = Readable.from(encoded(type, page, representation, perObjectMs));
  if (size > GZIP_THRESHOLD && acceptsGzip(request)) {
    response.setHeader('Content-Encoding', 'gzip');
    const gzip = createGzip({ level: constants.Z_BEST_SPEED });
    await pipeline(bytes, gzip, response);
  } else {
    await pipeline(bytes, response);
  }
}

async function* encoded(
  type: ServedType,
  page: Page,
  representation: Representation,
  perObjectMs: number,
): AsyncGenerator<Buffer> {
  const [head, tail] = envelope(type, page, representation);
  const skip = itemPrefix(type, representation);
  let chunk = [Buffer.from(head)];
  for (const [index, record] of page.items.entries()) {
    chunk.push(
      Buffer.from(index === 0 ? '' : ','),
      ...trimmed(represent(record, representation), skip),
    );
    if (index % CHUNK === CHUNK - 1) {
      yield Buffer.concat(chunk);
      chunk = [];
      // also without service time, others get their turn between chunks
      await (perObjectMs > 0
        ? setTimeout(perObjectMs * CHUNK)
        : setImmediate());
    }
  }
  yield Buffer.concat([...chunk, Buffer.from(tail)]);
}

/** Lists of built-in kinds leave out each item's kind; those of CRDs do not. */
function itemPrefix(type: ServedType, representation: Representation): number {
  return type.schema || representation === 'metadata'
    ? 0
    : JSON.stringify({ apiVersion: apiVersionOf(type), kind: type.kind })
        .length;
}

function trimmed(json: Buffer, skip: number): Buffer[] {
  return skip === 0 ? [json] : [Buffer.from('{'), json.subarray(skip)];
}

function envelope(
  type: ServedType,
  { version, next, remaining }: Page,
  representation: Representation,
): [head: string, tail: string] {
  const metadata = {
    ...(next || (type.schema && representation === 'object')
      ? { continue: next ?? '' }
      : {}),
    ...(remaining === undefined ? {} : { remainingItemCount: remaining }),
    resourceVersion: String(version),
  };
  const kind =
    representation === 'metadata'
      ? 'PartialObjectMetadataList'
      : `${type.kind}List`;
  const apiVersion =
    representation === 'metadata' ? 'meta.k8s.io/v1' : apiVersionOf(type);
  if (type.schema && representation === 'object') {
    // fields in alphabetical order, so a reader knows the version only at the end
    return [
      `{"apiVersion":"${apiVersion}","items":[`,
      `],"kind":"${kind}","metadata":${JSON.stringify(metadata)}}\n`,
    ];
  }
  return [
    `{"kind":"${kind}","apiVersion":"${apiVersion}","metadata":${JSON.stringify(
      metadata,
    )},"items":[`,
    ']}\n',
  ];
}
