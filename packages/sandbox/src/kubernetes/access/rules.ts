/** What a role allows (`rbac.authorization.k8s.io/v1` PolicyRule). */
export interface PolicyRule {
  verbs: readonly string[];
  apiGroups?: readonly string[];
  /** With subresources as `pods/log`. */
  resources?: readonly string[];
  resourceNames?: readonly string[];
  nonResourceURLs?: readonly string[];
}

/** What a request wants to do to a resource. */
export interface ResourceAttributes {
  verb: string;
  group: string;
  resource: string;
  subresource?: string;
  namespace?: string;
  name?: string;
}

/** What a request wants of a path that is no resource. */
export interface PathAttributes {
  verb: string;
  path: string;
}

export type Attributes = ResourceAttributes | PathAttributes;

export function allows(rule: PolicyRule, wanted: Attributes): boolean {
  if (!includes(rule.verbs, wanted.verb)) {
    return false;
  }
  return 'path' in wanted
    ? allowsPath(rule, wanted.path)
    : allowsResource(rule, wanted);
}

function allowsPath({ nonResourceURLs = [] }: PolicyRule, path: string) {
  return nonResourceURLs.some(
    url =>
      url === path || (url.endsWith('*') && path.startsWith(url.slice(0, -1))),
  );
}

function allowsResource(
  { apiGroups = [], resources = [], resourceNames = [] }: PolicyRule,
  wanted: ResourceAttributes,
): boolean {
  const { group, resource, subresource, name } = wanted;
  const qualified = subresource ? `${resource}/${subresource}` : resource;
  return (
    includes(apiGroups, group) &&
    (includes(resources, qualified) ||
      (subresource !== undefined && resources.includes(`*/${subresource}`))) &&
    (resourceNames.length === 0 ||
      (name !== undefined && resourceNames.includes(name)))
  );
}

function includes(list: readonly string[], wanted: string): boolean {
  return list.includes('*') || list.includes(wanted);
}
