import { parse as parseYaml } from 'yaml';
import type { KubeObject, NewKubeObject } from '../objects';
import { APPLY_PATCH, patched, requirePatchType } from '../patch/patchTypes';
import type { ServedType } from '../resourceTypes';
import { badRequest, invalid, notFound, StatusError } from '../status';
import type { MemoryClusterStore } from '../store/clusterStore';
import { namespaceOf, readBody, sendJson, type Exchange } from './exchange';
import { metadataOnly, negotiate } from './representation';
import { contentTypeOf, readObject, requireName } from './requestBody';
import { isTrue } from './requestInfo';
import { writeOptions } from './writeOptions';

export async function handleCreate(
  exchange: Exchange,
  store: MemoryClusterStore,
  type: ServedType,
): Promise<void> {
  const options = writeOptions(exchange, 'CreateOptions', type);
  const object = await readObject(exchange, type);
  if (object.metadata.resourceVersion) {
    // an internal error in Kubernetes too
    throw new StatusError(
      500,
      '',
      'resourceVersion should not be set on objects to be created',
    );
  }
  if (type.statusSubresource) {
    delete object.status;
  }
  answer(exchange, 201, store.create(object, options));
}

export async function handleUpdate(
  exchange: Exchange,
  store: MemoryClusterStore,
  type: ServedType,
): Promise<void> {
  const { name } = exchange.info.resource!;
  if (!name) {
    throw badRequest('name must be provided');
  }
  const options = writeOptions(exchange, 'UpdateOptions', type);
  const object = await readObject(exchange, type);
  requireName(object, name);
  const existing = existingOf(exchange, store, type);
  const wanted = onlyWhatThePathMayChange(exchange, type, existing, object);
  answer(exchange, 200, store.update(wanted, options));
}

export async function handlePatch(
  exchange: Exchange,
  store: MemoryClusterStore,
  type: ServedType,
): Promise<void> {
  const { request, info } = exchange;
  const { name = '' } = info.resource!;
  const contentType = contentTypeOf(request.headers['content-type']);
  requirePatchType(contentType, type.schema !== undefined);
  const body = await readBody(request);
  if (contentType === APPLY_PATCH) {
    applyPatch(exchange, store, type, body);
    return;
  }
  const options = writeOptions(exchange, 'PatchOptions', type);
  const existing = existingOf(exchange, store, type);
  const object = patched(existing, body, contentType);
  requireName(object, name);
  const wanted = onlyWhatThePathMayChange(exchange, type, existing, object);
  answer(exchange, 200, store.update(wanted, options));
}

function applyPatch(
  exchange: Exchange,
  store: MemoryClusterStore,
  type: ServedType,
  body: string,
): void {
  const { info } = exchange;
  const { name = '' } = info.resource!;
  const namespace = namespaceOf(exchange, type);
  const options = writeOptions(exchange, 'PatchOptions', type);
  if (!info.query.get('fieldManager')) {
    throw invalid({ group: 'meta.k8s.io', kind: 'PatchOptions' }, '', [
      {
        reason: 'FieldValueRequired',
        message: 'Required value: is required for apply patch',
        field: 'fieldManager',
      },
    ]);
  }
  const configuration = configurationOf(body, type);
  configuration.metadata.name ??= name;
  requireName(configuration, name);
  configuration.metadata.namespace = namespace;
  const exists = store.get(type, name, namespace) !== undefined;
  const object = store.apply(configuration, {
    ...options,
    manager: { ...options.manager, operation: 'Apply' },
    force: isTrue(info.query.get('force')),
    onUnknownFields: ([path]) => {
      // apply is strict whatever the request says; the wording is structured-merge-diff's
      throw new StatusError(
        500,
        '',
        `failed to create typed patch object (${namespace ?? ''}/${name}; ${
          configuration.apiVersion
        }, Kind=${type.kind}): .${path}: field not declared in schema`,
      );
    },
  });
  answer(exchange, exists ? 200 : 201, object);
}

function configurationOf(body: string, type: ServedType): NewKubeObject {
  const value = parseYaml(body);
  if (value?.kind !== type.kind) {
    throw badRequest(
      `invalid object type: ${value?.apiVersion}, Kind=${value?.kind}`,
    );
  }
  if (value.metadata?.managedFields) {
    throw badRequest('metadata.managedFields must be nil');
  }
  return { ...value, metadata: { ...value.metadata } };
}

function existingOf(
  exchange: Exchange,
  store: MemoryClusterStore,
  type: ServedType,
): KubeObject {
  const { name = '' } = exchange.info.resource!;
  const existing = store.get(type, name, namespaceOf(exchange, type));
  if (!existing) {
    throw notFound(type, name);
  }
  return existing;
}

/** With a status subresource, `…/status` changes status alone and the path above all else. */
function onlyWhatThePathMayChange(
  { info }: Exchange,
  type: ServedType,
  existing: KubeObject,
  wanted: NewKubeObject,
): KubeObject {
  if (!type.statusSubresource) {
    return wanted as KubeObject;
  }
  if (info.resource?.subresource === 'status') {
    const { resourceVersion = existing.metadata.resourceVersion } =
      wanted.metadata;
    return {
      ...existing,
      metadata: { ...existing.metadata, resourceVersion },
      status: wanted.status,
    };
  }
  return { ...wanted, status: existing.status } as KubeObject;
}

function answer(exchange: Exchange, code: number, object: KubeObject): void {
  const representation = negotiate(exchange.request.headers.accept);
  sendJson(
    exchange,
    code,
    representation === 'metadata' ? metadataOnly(object) : object,
  );
}
