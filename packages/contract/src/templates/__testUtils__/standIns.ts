import { Applied } from './ServedKinds';

/**
 * Stand-ins for kinds of Argo CD and External Secrets, whose operators do not
 * run here: the server takes their objects, and looks at nothing inside.
 */
export const STAND_INS: readonly Applied[] = [
  standIn('external-secrets.io', 'v1', 'ExternalSecret', 'externalsecrets'),
  standIn('argoproj.io', 'v1alpha1', 'Application', 'applications'),
];

/** What the portal's identity needs to count objects of those kinds; without it, it says so. */
export const READING_THEM: readonly Applied[] = [
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'backstage-velero-stand-ins' },
    rules: STAND_INS.map(({ spec }: any) => ({
      apiGroups: [spec.group],
      resources: [spec.names.plural],
      verbs: ['get', 'list', 'watch'],
    })),
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: 'backstage-velero-stand-ins' },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: 'backstage-velero-stand-ins',
    },
    subjects: [
      { kind: 'ServiceAccount', name: 'backstage-velero', namespace: 'velero' },
    ],
  },
];

function standIn(
  group: string,
  version: string,
  kind: string,
  plural: string,
): Applied {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind, plural, singular: kind.toLowerCase() },
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              'x-kubernetes-preserve-unknown-fields': true,
            },
          },
        },
      ],
    },
  };
}
