// A suite is no part of a library.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import veleroPlugin from '@appgear/backstage-plugin-velero-backend';
import type { JsonObject } from '@backstage/types';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/** The real plugin, which knows buckets and no cluster. */
export interface Portal {
  /** Undefined: there is no such thing, or not yet. */
  get(path: string): Promise<any>;
  stop(): Promise<void>;
}

export async function startPortal(buckets: JsonObject[]): Promise<Portal> {
  const backend = await startTestBackend({
    features: [
      veleroPlugin,
      catalogServiceMock.factory({ entities: [] }),
      // By default all test backends of a process share one.
      mockServices.scheduler.factory(),
      mockServices.rootConfig.factory({ data: { velero: { buckets } } }),
    ],
  });
  return {
    async get(path) {
      const response = await fetch(
        `http://localhost:${backend.server.port()}/api/velero${path}`,
        { headers: { Authorization: mockCredentials.user.header() } },
      );
      return response.ok ? response.json() : undefined;
    },
    stop: () => backend.stop(),
  };
}
