import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { WorkspacesConfig } from '../config';
import { NamespaceRecord } from '../fleet';

/** What one namespace says of the workspace that it belongs to. */
export interface Placement {
  workspaceId: string;
  tenant: string | undefined;
  owner: string | undefined;
  backupEnabled: boolean;
}

/**
 * Decides where a namespace belongs; undefined: to no workspace, as is what a
 * drill restored with all its labels.
 */
export function placeNamespace(
  namespace: NamespaceRecord,
  config: WorkspacesConfig,
): Placement | undefined {
  const { labels, annotations } = namespace;
  if ((labels[config.labels.drill] ?? 'false') !== 'false') {
    return undefined;
  }
  const rule = config.rules.find(({ namespaces }) =>
    matches(namespaces, namespace.name),
  );
  const workspaceId =
    labels[config.labels.workspaceId] ||
    (rule && (rule.workspaceId ?? config.globalWorkspace)) ||
    // Its labels went with its cluster: nothing but its name is left to find it by.
    (namespace.isLost && namespace.name);
  if (!workspaceId) {
    return undefined;
  }
  return {
    workspaceId,
    tenant: labels[config.labels.tenantId] || rule?.tenantId,
    owner: toGroupRef(annotations[config.annotations.owner] ?? rule?.owner),
    backupEnabled: labels[config.labels.backupEnabled] === 'true',
  };
}

/** `team-a`, `default/team-a` and `group:default/team-a` in one form; undefined for what is none. */
export function toGroupRef(text: string | undefined): string | undefined {
  try {
    return (
      text &&
      stringifyEntityRef(
        parseEntityRef(text, {
          defaultKind: 'group',
          defaultNamespace: 'default',
        }),
      )
    );
  } catch {
    return undefined;
  }
}

function matches(pattern: string, name: string): boolean {
  const parts = pattern
    .split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(name);
}
