import { readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { ClusterStore, NewKubeObject, ResourceType } from './kubernetes';
import { PACKAGE_FOLDER } from './packageFolder';

const DEPLOY = join(PACKAGE_FOLDER, '..', '..', 'deploy');
const RBAC_FILES = [
  'rbac.yaml',
  'rbac-restore.yaml',
  'rbac-backup.yaml',
  'rbac-enablement.yaml',
];

/** What the repository ships for the portal's own identity: the sandbox takes the same. */
export function portalRbac(): NewKubeObject[] {
  return RBAC_FILES.flatMap(file =>
    parseAllDocuments(readFileSync(join(DEPLOY, file), 'utf8')).map(document =>
      document.toJS(),
    ),
  );
}

/** The user that the portal's service account is. */
export function portalUser(rbac: readonly NewKubeObject[]): string {
  const account = rbac.find(({ kind }) => kind === 'ServiceAccount');
  if (!account) {
    throw new Error(`${DEPLOY} has no ServiceAccount for the portal.`);
  }
  const { namespace, name } = account.metadata;
  return `system:serviceaccount:${namespace}:${name}`;
}

/** Grants the portal its rights, as far as the cluster has the namespaces for them. */
export function grantPortal(
  rbac: readonly NewKubeObject[],
  store: ClusterStore,
): void {
  const namespaces = store.resourceType('namespaces', '') as ResourceType;
  for (const object of rbac) {
    const { namespace } = object.metadata;
    if (!namespace || store.get(namespaces, namespace)) {
      store.create(object);
    }
  }
}
