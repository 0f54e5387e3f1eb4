import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { repoPath } from '../../toolchain/paths.mjs';

/** What the test bed grants. */
const FILES = ['rbac.yaml', 'rbac-restore.yaml'];

/**
 * Every single right of these files, as the API server's audit log would name
 * its use: verb, group, resource, and the name where only one is allowed.
 */
export function grantedRights() {
  return FILES.map(file => readFileSync(repoPath('deploy', file), 'utf8'))
    .flatMap(text => parseAllDocuments(text))
    .map(document => document.toJS())
    .filter(({ kind }) => kind === 'Role' || kind === 'ClusterRole')
    .flatMap(({ metadata, rules }) =>
      rules.flatMap(rule => rightsOf(rule, metadata.namespace)),
    );
}

function rightsOf(rule, namespace) {
  const { apiGroups, resources, verbs, resourceNames = [undefined] } = rule;
  return apiGroups.flatMap(group =>
    resources.flatMap(resource =>
      verbs.flatMap(verb =>
        resourceNames.map(name => ({ verb, group, resource, name, namespace })),
      ),
    ),
  );
}

/** Whether a call of the audit log made use of a right. */
export function uses({ verb, objectRef, responseStatus }, right) {
  if (!objectRef || responseStatus?.code === 403) return false;
  return (
    verb === right.verb &&
    (objectRef.apiGroup ?? '') === right.group &&
    objectRef.resource === right.resource &&
    !objectRef.subresource &&
    (!right.namespace || objectRef.namespace === right.namespace) &&
    (!right.name || objectRef.name === right.name)
  );
}

/** As people read it: `list deployments.apps`, `get deployments.apps "velero"`. */
export function sentence({ verb, group, resource, name }) {
  const kind = group ? `${resource}.${group}` : resource;
  return `${verb} ${kind}${name ? ` "${name}"` : ''}`;
}
