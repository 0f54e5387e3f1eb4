import { veleroClusterReadPermission } from '@appgear/backstage-plugin-velero-common';
import { z } from 'zod';
import { describeCluster } from '../answers';
import { requirePermission } from '../permissions';
import { RouteContext } from './RouteContext';

/** `GET /clusters`: `ClusterStatus[]`, in the order of the configuration. */
export function addClusters({ router, answerer, model }: RouteContext): void {
  router.get(
    '/clusters',
    answerer.handle({
      query: z.strictObject({}),
      allow: ({ clusters }) =>
        requirePermission(clusters, veleroClusterReadPermission),
      answer: ({ reader }) =>
        model.fleet.clusters.map(cluster =>
          describeCluster(cluster, model, reader),
        ),
    }),
  );
}
