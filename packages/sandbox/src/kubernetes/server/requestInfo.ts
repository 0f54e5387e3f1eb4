import { selectedName } from '../selectors/fieldSelector';

/** The resource that a path names, installed or not. */
export interface RequestedResource {
  group: string;
  version: string;
  /** Plural, such as `backups`. */
  resource: string;
  subresource?: string;
  namespace?: string;
  name?: string;
}

/** A request as authorization, counting and routing see it. */
export interface RequestInfo {
  method: string;
  path: string;
  query: URLSearchParams;
  /** Kubernetes' verb, such as `deletecollection`; for other paths the lower-case method. */
  verb: string;
  /** Undefined for `/version`, discovery and the like. */
  resource?: RequestedResource;
}

const VERBS: Record<string, [one: string, many: string]> = {
  GET: ['get', 'list'],
  HEAD: ['get', 'list'],
  POST: ['create', 'create'],
  PUT: ['update', 'update'],
  PATCH: ['patch', 'patch'],
  DELETE: ['delete', 'deletecollection'],
};

/** Namespaces have subresources of their own; any other third step is a kind in them. */
const NAMESPACE_SUBRESOURCES = new Set(['status', 'finalize']);

/** Reads method and URL by `k8s.io/apiserver/pkg/endpoints/request/requestinfo.go`. */
export function requestInfo(method: string, url: string): RequestInfo {
  const { pathname: path, searchParams: query } = new URL(url, 'https://api');
  const resource = resourceOf(path);
  if (!resource) {
    return { method, path, query, verb: method.toLowerCase() };
  }
  const [one, many] = VERBS[method] ?? [method.toLowerCase(), ''];
  const verb = resource.name || !many ? one : many;
  if (verb === 'list') {
    const name = selectedName(query.get('fieldSelector') ?? '');
    return {
      method,
      path,
      query,
      verb: isTrue(query.get('watch')) ? 'watch' : 'list',
      resource: { ...resource, name },
    };
  }
  return { method, path, query, verb, resource };
}

function resourceOf(path: string): RequestedResource | undefined {
  const [root, ...steps] = path
    .split('/')
    .filter(Boolean)
    .map(decodeURIComponent);
  if (root !== 'api' && root !== 'apis') {
    return undefined;
  }
  const group = root === 'api' ? '' : steps.shift();
  const [version, ...rest] = steps;
  if (group === undefined || version === undefined || rest.length === 0) {
    return undefined;
  }
  if (rest[0] !== 'namespaces' || group !== '') {
    return rest[0] === 'namespaces' && rest.length > 2
      ? within(rest[1], group, version, rest.slice(2))
      : within(undefined, group, version, rest);
  }
  if (rest.length > 2 && !NAMESPACE_SUBRESOURCES.has(rest[2])) {
    return within(rest[1], group, version, rest.slice(2));
  }
  // a namespace is "in" itself, so that a Role there can grant it
  return within(rest[1], group, version, rest);
}

function within(
  namespace: string | undefined,
  group: string,
  version: string,
  [resource, name, subresource]: string[],
): RequestedResource {
  return { group, version, resource, name, subresource, namespace };
}

export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true' || value === '';
}
