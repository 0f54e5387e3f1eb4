import { NAMESPACE } from './cluster';
import { withFinops } from './finops';
import { Manifest } from './manifest';

/**
 * The node agent reads volumes from the host, which only the privileged level
 * allows; `velero install` sets the same (velero: pkg/install/resources.go).
 * No mesh: maintenance Jobs would never end beside a sidecar, and Pods that
 * Velero restores would get a second one (velero#2997).
 */
export const namespace = (): Manifest =>
  withFinops({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: NAMESPACE,
      labels: {
        'istio-injection': 'disabled',
        'pod-security.kubernetes.io/enforce': 'privileged',
        'pod-security.kubernetes.io/audit': 'privileged',
        'pod-security.kubernetes.io/warn': 'privileged',
      },
      // Whoever deletes the Application keeps Velero's objects.
      annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false' },
    },
  });
