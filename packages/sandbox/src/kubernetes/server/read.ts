import type { ServedType } from '../resourceTypes';
import { notFound } from '../status';
import type { MemoryClusterStore } from '../store/clusterStore';
import { keyOf } from '../store/record';
import { namespaceOf, type Exchange } from './exchange';
import { negotiate, represent } from './representation';

export function handleGet(
  exchange: Exchange,
  store: MemoryClusterStore,
  type: ServedType,
): void {
  const { request, response, info } = exchange;
  const representation = negotiate(request.headers.accept);
  const { name = '' } = info.resource!;
  const key = keyOf(name, namespaceOf(exchange, type));
  const record = store.collection(type).get(key);
  if (!record) {
    throw notFound(type, name);
  }
  const bytes = represent(record, representation);
  response
    .writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': bytes.length,
    })
    .end(bytes);
}
