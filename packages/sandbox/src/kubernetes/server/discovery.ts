import { apiVersionOf, type ServedType } from '../resourceTypes';
import { reviewKinds } from './reviews';

const VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];
const STATUS_VERBS = ['get', 'patch', 'update'];

/**
 * What the cluster says of itself under `/api` and `/apis`; undefined for
 * groups and versions that it does not serve.
 */
export function discovery(
  path: string,
  types: readonly ServedType[],
): object | undefined {
  const [root, group, version, ...rest] = path.split('/').filter(Boolean);
  if (root === 'api' && version === undefined) {
    if (group === undefined) {
      return { kind: 'APIVersions', versions: ['v1'] };
    }
    return group === 'v1' ? resourceList('v1', types) : undefined;
  }
  if (root !== 'apis' || rest.length > 0) {
    return undefined;
  }
  const groups = apiGroups(types);
  if (group === undefined) {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: [...groups].map(([name, versions]) => apiGroup(name, versions)),
    };
  }
  const versions = groups.get(group);
  if (version === undefined) {
    return (
      versions && {
        kind: 'APIGroup',
        apiVersion: 'v1',
        ...apiGroup(group, versions),
      }
    );
  }
  return versions?.includes(version)
    ? resourceList(`${group}/${version}`, types)
    : undefined;
}

function apiGroups(types: readonly ServedType[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  const all = [
    ...types,
    ...reviewKinds.map(([group]) => ({ group, version: 'v1' })),
  ];
  for (const { group, version } of all.filter(type => type.group !== '')) {
    const versions = groups.get(group) ?? [];
    groups.set(group, [...new Set([...versions, version])].sort());
  }
  return groups;
}

function apiGroup(name: string, versions: string[]): object {
  const described = versions.map(version => ({
    groupVersion: `${name}/${version}`,
    version,
  }));
  return { name, versions: described, preferredVersion: described[0] };
}

function resourceList(
  groupVersion: string,
  types: readonly ServedType[],
): object {
  const resources = types
    .filter(type => apiVersionOf(type) === groupVersion)
    .flatMap(resourcesOf);
  const reviews = reviewKinds
    .filter(([group]) => `${group}/v1` === groupVersion)
    .map(([, kind]) => ({
      name: `${kind.toLowerCase()}s`,
      singularName: kind.toLowerCase(),
      namespaced: false,
      kind,
      verbs: ['create'],
    }));
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion,
    resources: [...resources, ...reviews],
  };
}

function resourcesOf(type: ServedType): object[] {
  const { plural, singular, namespaced, kind, shortNames, categories } = type;
  const resource = {
    name: plural,
    singularName: singular,
    namespaced,
    kind,
    verbs:
      plural === 'namespaces'
        ? VERBS.filter(verb => verb !== 'deletecollection')
        : VERBS,
    shortNames,
    categories,
  };
  const status = {
    name: `${plural}/status`,
    singularName: '',
    namespaced,
    kind,
    verbs: STATUS_VERBS,
  };
  return type.statusSubresource ? [resource, status] : [resource];
}
