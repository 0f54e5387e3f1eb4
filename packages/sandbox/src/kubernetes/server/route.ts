import type { Authorizer } from '../access/authorizer';
import { qualifiedResource, StatusError } from '../status';
import { forbidden, methodNotAllowed, notFound, notServed } from '../status';
import type { ServedType } from '../resourceTypes';
import { discovery } from './discovery';
import {
  sendJson,
  sendPageNotFound,
  sendText,
  type Exchange,
} from './exchange';
import { handleList } from './list';
import type { ServiceTimes } from './options';
import { handleGet } from './read';
import { handleDelete, handleDeleteCollection } from './remove';
import type { RequestedResource, RequestInfo } from './requestInfo';
import { handleReview, isReview } from './reviews';
import { versionInfo } from './version';
import { handleWatch, type WatchContext } from './watch';
import { handleCreate, handlePatch, handleUpdate } from './write';

/** What answering requests needs of the server. */
export interface ApiContext extends WatchContext {
  authorizer: Authorizer;
  serviceTimes: ServiceTimes;
}

const HEALTH_PATHS = ['/healthz', '/livez', '/readyz'];

export function isHealthCheck({ path }: RequestInfo): boolean {
  return HEALTH_PATHS.includes(path);
}

/** Authorizes a request and has it answered. @throws StatusError */
export async function route(
  exchange: Exchange,
  context: ApiContext,
): Promise<void> {
  const { info } = exchange;
  authorize(exchange, context.authorizer);
  if (!info.resource) {
    routePath(exchange, context);
  } else if (isReview(info.resource)) {
    await handleReview(exchange, context.authorizer);
  } else {
    await routeResource(exchange, info.resource, context);
  }
}

function authorize({ info, user }: Exchange, authorizer: Authorizer): void {
  const { verb, path, resource } = info;
  if (resource) {
    if (!authorizer.decide(user, { verb, ...resource }).allowed) {
      const { group, namespace, subresource } = resource;
      const qualified = subresource
        ? `${resource.resource}/${subresource}`
        : resource.resource;
      const scope = namespace
        ? `in the namespace "${namespace}"`
        : 'at the cluster scope';
      throw forbidden(
        { group, plural: resource.resource },
        resource.name,
        `User "${user.name}" cannot ${verb} resource "${qualified}" in API group "${group}" ${scope}`,
      );
    }
  } else if (!authorizer.decide(user, { verb, path }).allowed) {
    throw new StatusError(
      403,
      'Forbidden',
      `forbidden: User "${user.name}" cannot ${verb} path "${path}"`,
      {},
    );
  }
}

function routePath(exchange: Exchange, { store }: ApiContext): void {
  const { path } = exchange.info;
  if (isHealthCheck(exchange.info)) {
    sendText(exchange, 200, 'ok');
  } else if (path === '/version' || path === '/version/') {
    sendJson(exchange, 200, versionInfo);
  } else {
    const body = discovery(path, store.resourceTypes);
    if (body) {
      sendJson(exchange, 200, body);
    } else {
      sendPageNotFound(exchange);
    }
  }
}

async function routeResource(
  exchange: Exchange,
  resource: RequestedResource,
  context: ApiContext,
): Promise<void> {
  const { store } = context;
  const type = store.resourceType(resource.resource, resource.group);
  if (!type || type.version !== resource.version) {
    sendPageNotFound(exchange);
    return;
  }
  if (!isInScope(type, resource, exchange.info.verb)) {
    if (type.schema || resource.name) {
      sendPageNotFound(exchange);
      return;
    }
    throw methodNotAllowed();
  }
  requireSubresource(type, resource);
  refuseMethods(type, resource, exchange.info.verb);
  switch (exchange.info.verb) {
    case 'get':
      handleGet(exchange, store, type);
      return;
    case 'list':
      await handleList(exchange, store, type, context.serviceTimes);
      return;
    case 'watch':
      handleWatch(exchange, type, context);
      return;
    case 'create':
      await handleCreate(exchange, store, type);
      return;
    case 'update':
      await handleUpdate(exchange, store, type);
      return;
    case 'patch':
      await handlePatch(exchange, store, type);
      return;
    case 'delete':
      await handleDelete(exchange, store, type);
      return;
    case 'deletecollection':
      await handleDeleteCollection(exchange, store, type);
      return;
    default:
      throw methodNotAllowed();
  }
}

/** Across all namespaces one can only list and watch. */
function isInScope(
  type: ServedType,
  { namespace }: RequestedResource,
  verb: string,
): boolean {
  if (type.namespaced) {
    return namespace !== undefined || verb === 'list' || verb === 'watch';
  }
  return namespace === undefined || qualifiedResource(type) === 'namespaces';
}

function requireSubresource(
  type: ServedType,
  { name = '', subresource }: RequestedResource,
): void {
  if (
    subresource === undefined ||
    (subresource === 'status' && type.statusSubresource)
  ) {
    return;
  }
  throw type.schema ? notFound(type, name) : notServed();
}

/** @throws StatusError 405 for what discovery does not offer either */
function refuseMethods(
  type: ServedType,
  { subresource }: RequestedResource,
  verb: string,
): void {
  const isRefused =
    subresource === 'status'
      ? verb === 'create' || verb === 'delete'
      : verb === 'deletecollection' && type.kind === 'Namespace';
  if (isRefused) {
    throw methodNotAllowed();
  }
}
