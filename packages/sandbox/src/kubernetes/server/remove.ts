import type { KubeObject } from '../objects';
import { apiVersionOf, type ServedType } from '../resourceTypes';
import { badRequest, invalid, notFound } from '../status';
import type { MemoryClusterStore } from '../store/clusterStore';
import type { DeleteOptions } from '../store/options';
import { decode } from '../store/record';
import { namespaceOf, readBody, sendJson, type Exchange } from './exchange';
import { listOptions } from './listOptions';
import { isDryRun } from './writeOptions';

const POLICIES = ['Foreground', 'Background', 'Orphan'];

export async function handleDelete(
  exchange: Exchange,
  store: MemoryClusterStore,
  type: ServedType,
): Promise<void> {
  const { name = '' } = exchange.info.resource!;
  const namespace = namespaceOf(exchange, type);
  const options = await deleteOptions(exchange);
  const object = store.get(type, name, namespace);
  if (!object) {
    throw notFound(type, name);
  }
  const left = store.delete(type, name, namespace, options);
  sendJson(exchange, 200, left ?? success(type, object));
}

/** Answers with the list of what it deleted. */
export async function handleDeleteCollection(
  exchange: Exchange,
  store: MemoryClusterStore,
  type: ServedType,
): Promise<void> {
  const { matches = () => true } = listOptions(exchange.info.query, type);
  const namespace = namespaceOf(exchange, type);
  const options = await deleteOptions(exchange);
  const items = store
    .collection(type)
    .in(namespace)
    .filter(matches)
    .map(decode);
  for (const { metadata } of items) {
    store.delete(type, metadata.name, namespace, options);
  }
  sendJson(exchange, 200, {
    apiVersion: apiVersionOf(type),
    kind: `${type.kind}List`,
    metadata: { continue: '', resourceVersion: String(store.revision) },
    items,
  });
}

function success(type: ServedType, { metadata }: KubeObject): object {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name: metadata.name,
      ...(type.group ? { group: type.group } : {}),
      kind: type.plural,
      uid: metadata.uid,
    },
  };
}

/** From the body, else from the query. */
async function deleteOptions({
  request,
  info,
}: Exchange): Promise<DeleteOptions> {
  const body = parse(await readBody(request));
  const dryRun = body.dryRun ?? info.query.getAll('dryRun');
  const propagationPolicy =
    body.propagationPolicy ??
    (info.query.get('propagationPolicy') || undefined);
  if (propagationPolicy && !POLICIES.includes(propagationPolicy)) {
    throw invalid({ group: 'meta.k8s.io', kind: 'DeleteOptions' }, '', [
      {
        reason: 'FieldValueNotSupported',
        message: `Unsupported value: "${propagationPolicy}": supported values: "Foreground", "Background", "Orphan", "nil"`,
        field: 'propagationPolicy',
      },
    ]);
  }
  return {
    dryRun: isDryRun(dryRun, 'DeleteOptions'),
    preconditions: body.preconditions,
    propagationPolicy,
  };
}

function parse(text: string): Record<string, any> {
  if (text === '') {
    return {};
  }
  try {
    return JSON.parse(text) ?? {};
  } catch (error) {
    throw badRequest(
      `couldn't get version/kind; json parse error: ${
        (error as Error).message
      }`,
    );
  }
}
