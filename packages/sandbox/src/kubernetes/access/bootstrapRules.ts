import type { PolicyRule } from './rules';

/** A rule that every cluster starts with. */
export interface BootstrapRule {
  role: string;
  group: string;
  rules: readonly PolicyRule[];
}

const PUBLIC_PATHS = ['/healthz', '/livez', '/readyz', '/version', '/version/'];

/** From `k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy`. */
export const bootstrapRules: readonly BootstrapRule[] = [
  {
    role: 'system:basic-user',
    group: 'system:authenticated',
    rules: [
      {
        verbs: ['create'],
        apiGroups: ['authorization.k8s.io'],
        resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
      },
      {
        verbs: ['create'],
        apiGroups: ['authentication.k8s.io'],
        resources: ['selfsubjectreviews'],
      },
    ],
  },
  {
    role: 'system:discovery',
    group: 'system:authenticated',
    rules: [
      {
        verbs: ['get'],
        nonResourceURLs: [
          '/api',
          '/api/*',
          '/apis',
          '/apis/*',
          '/healthz',
          '/livez',
          '/openapi',
          '/openapi/*',
          '/readyz',
          '/version',
          '/version/',
        ],
      },
    ],
  },
  ...['system:authenticated', 'system:unauthenticated'].map(group => ({
    role: 'system:public-info-viewer',
    group,
    rules: [{ verbs: ['get'], nonResourceURLs: PUBLIC_PATHS }],
  })),
];
