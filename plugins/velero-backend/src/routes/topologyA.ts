import { z } from 'zod';
import { TopologyAHosts } from '../topologyA';
import { allowOverview } from './overview';
import { RouteContext } from './RouteContext';

/** `GET /topology-a`: `TopologyAHost[]`, in the order of the configuration. */
export function addTopologyA(
  { router, answerer }: RouteContext,
  hosts: TopologyAHosts,
): void {
  router.get(
    '/topology-a',
    answerer.handle({
      query: z.strictObject({}),
      allow: allowOverview,
      answer: () => hosts.describe(Date.now()),
      // A backup grows stale with time alone.
      variant: () => `${hosts.version} ${Math.floor(Date.now() / 60_000)}`,
    }),
  );
}
