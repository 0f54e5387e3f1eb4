import { ACCOUNT, NAMESPACE } from './cluster';
import { withFinops } from './finops';
import { Manifest } from './manifest';

/**
 * Velero reads every kind to back it up, and creates every kind, roles
 * included, to restore it: an identity that can do that is an administrator,
 * however its role is written (velero: docs, rbac.md). A shorter list makes
 * backups that fail or, worse, that lack what it forgot.
 *
 * The binding has a name of its own, as the role of one that exists cannot be
 * changed.
 */
export const rbac = (): Manifest[] => [
  withFinops({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: ACCOUNT, namespace: NAMESPACE },
  }),
  withFinops({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: 'velero-cluster-admin' },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: 'cluster-admin',
    },
    subjects: [{ kind: 'ServiceAccount', name: ACCOUNT, namespace: NAMESPACE }],
  }),
];
