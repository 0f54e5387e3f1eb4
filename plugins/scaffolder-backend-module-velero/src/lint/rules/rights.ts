import { veleroResourceTypes } from '@appgear/backstage-plugin-velero-common';
import { DrTree, LintedManifest } from '../tree';

interface Right {
  group: string;
  resource: string;
}

/**
 * What no Velero does without: its own kinds (server.go caches them all), the
 * role bindings that its action for service accounts lists
 * (service_account_action.go), CRDs, exec for hooks, and every other kind,
 * which it reads to back it up.
 */
const NEEDED: Right[] = [
  ...veleroResourceTypes.map(({ group, plural }) => ({
    group,
    resource: plural,
  })),
  { group: 'rbac.authorization.k8s.io', resource: 'clusterrolebindings' },
  { group: 'apiextensions.k8s.io', resource: 'customresourcedefinitions' },
  { group: '', resource: 'pods/exec' },
  { group: '*', resource: '*' },
];

/** The roles of Velero's account that lack something, with what they lack. */
export function missingRights(
  tree: DrTree,
): { role: LintedManifest; missing: string[] }[] {
  const accounts = tree.servers.map(
    ({ object }) => object.spec?.template?.spec?.serviceAccountName,
  );
  const bound = tree
    .of('rbac.authorization.k8s.io', 'ClusterRoleBinding')
    .filter(({ object }) =>
      (object.subjects ?? []).some(
        ({ kind, name }: { kind: string; name: string }) =>
          kind === 'ServiceAccount' && accounts.includes(name),
      ),
    )
    .map(({ object }) => object.roleRef?.name);
  if (bound.includes('cluster-admin')) return [];
  return tree
    .of('rbac.authorization.k8s.io', 'ClusterRole')
    .filter(({ name }) => bound.includes(name))
    .map(role => ({ role, missing: missingIn(role.object.rules ?? []) }))
    .filter(({ missing }) => missing.length > 0);
}

function missingIn(rules: any[]): string[] {
  const has = (list: string[] = [], name: string) =>
    list.includes('*') || list.includes(name);
  return NEEDED.filter(
    ({ group, resource }) =>
      !rules.some(
        rule => has(rule.apiGroups, group) && has(rule.resources, resource),
      ),
  ).map(({ group, resource }) =>
    resource === '*'
      ? 'every other kind'
      : [resource, group].filter(Boolean).join('.'),
  );
}
