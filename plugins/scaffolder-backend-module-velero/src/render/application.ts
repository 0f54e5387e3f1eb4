import { NAMESPACE, overlayOf } from './cluster';
import { withFinops } from './finops';
import { DrModule } from './input';
import { Manifest } from './manifest';

/**
 * Argo CD's `core-dr`. It mends what somebody changed, and removes nothing by
 * itself: the namespace holds Backups and Restores that are in no repository.
 */
export const application = ({ gitops }: DrModule, cluster: string): Manifest =>
  withFinops({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'core-dr', namespace: gitops.namespace },
    spec: {
      project: gitops.project,
      source: {
        repoURL: gitops.repoURL,
        targetRevision: gitops.targetRevision,
        path: overlayOf(cluster),
      },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: NAMESPACE,
      },
      syncPolicy: {
        automated: { prune: false, selfHeal: true },
        syncOptions: [
          'ServerSideApply=true',
          // Kinds of Module 04 and 05 may come later than this one.
          'SkipDryRunOnMissingResource=true',
        ],
      },
    },
  });
