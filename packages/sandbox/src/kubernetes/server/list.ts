import { once } from 'node:events';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Writable } from 'node:stream';
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
const CHUNK = 200;

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
  exchange: Exchange,
  type: ServedType,
  page: Page,
  representation: Representation,
  perObjectMs: number,
): Promise<void> {
  const { request, response } = exchange;
  const size = page.items.reduce((sum, { json }) => sum + json.length, 0);
  response.setHeader('Content-Type', 'application/json');
  let out: Writable = response;
  if (size > GZIP_THRESHOLD && acceptsGzip(request)) {
    response.setHeader('Content-Encoding', 'gzip');
    const gzip = createGzip({ level: constants.Z_BEST_SPEED });
    gzip.pipe(response);
    response.on('close', () => gzip.destroy());
    out = gzip;
  }
  const [head, tail] = envelope(type, page, representation);
  const skip = itemPrefix(type, representation);
  out.write(head);
  for (let from = 0; from < page.items.length; from += CHUNK) {
    const chunk = page.items.slice(from, from + CHUNK);
    if (perObjectMs > 0) {
      await setTimeout(perObjectMs * chunk.length);
    }
    const bytes = chunk.flatMap((record, index) => [
      Buffer.from(from + index === 0 ? '' : ','),
      trimmed(represent(record, representation), skip),
    ]);
    if (!(await write(out, response, Buffer.concat(bytes)))) {
      return;
    }
  }
  out.end(tail);
}

/** Hands the event loop to others after each chunk. @returns false when the client is gone */
async function write(
  out: Writable,
  response: Exchange['response'],
  bytes: Buffer,
): Promise<boolean> {
  if (response.destroyed) {
    return false;
  }
  if (!out.write(bytes)) {
    await Promise.race([once(out, 'drain'), once(response, 'close')]);
  }
  await setImmediate();
  return !response.destroyed;
}

/** Lists of built-in kinds leave out each item's kind; those of CRDs do not. */
function itemPrefix(type: ServedType, representation: Representation): number {
  return type.schema || representation === 'metadata'
    ? 0
    : JSON.stringify({ apiVersion: apiVersionOf(type), kind: type.kind })
        .length;
}

function trimmed(json: Buffer, skip: number): Buffer {
  return skip === 0
    ? json
    : Buffer.concat([Buffer.from('{'), json.subarray(skip)]);
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
