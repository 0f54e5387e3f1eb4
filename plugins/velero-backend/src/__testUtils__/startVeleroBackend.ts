import {
  ClusterStatus,
  veleroBackupCreatePermission,
  veleroBackupEnablePermission,
  veleroBackupReadPermission,
  veleroRestoreReadPermission,
  veleroWorkspaceReadPermission,
} from '@appgear/backstage-plugin-velero-common';
import {
  BackendFeature,
  coreServices,
  createServiceFactory,
  PermissionsService,
  PermissionsServiceRequestOptions,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { JsonObject } from '@backstage/types';
import request from 'supertest';
import veleroPlugin, {
  createVeleroWorkspaceConditionalDecision,
  veleroWorkspaceConditions,
} from '..';
import { eventually } from './eventually';
import { impatientFleet } from './impatientFleet';
import { TestCluster } from './TestCluster';

/** The people of these tests; `developer` is of the groups that are given, `nobody` may do nothing. */
export const people = {
  operator: 'user:default/operator',
  developer: 'user:default/developer',
  nobody: 'user:default/nobody',
};

/** How a test's backend is started. */
export interface VeleroBackendOptions {
  clusters: TestCluster[];
  /** Groups of the developer. */
  groups?: string[];
  /** More of `velero` in the configuration. */
  config?: JsonObject;
  entities?: Entity[];
  /** More plugins. */
  features?: BackendFeature[];
}

/** For tests: the plugin in a Backstage backend, on clusters of the sandbox. */
export async function startVeleroBackend(options: VeleroBackendOptions) {
  const {
    clusters,
    groups = [],
    config,
    entities = [],
    features = [],
  } = options;
  const signals = { publish: jest.fn().mockResolvedValue(undefined) };
  const backend = await startTestBackend({
    features: [
      ...features,
      veleroPlugin,
      mockServices.rootConfig.factory({
        data: {
          velero: {
            clusters: clusters.map(cluster => ({ ...cluster.config })),
            fleet: impatientFleet,
            ...config,
          },
        },
      }),
      catalogServiceMock.factory({ entities }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => signals,
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => createPermissions(groups),
      }),
    ],
  });
  const { server } = backend;
  const get = (path: string, person: keyof typeof people = 'operator') =>
    request(server)
      .get(`/api/velero${path}`)
      .set('Authorization', mockCredentials.user.header(people[person]));
  const untilLive = () =>
    eventually(async () => {
      const { body } = await get('/clusters');
      const states = (body as ClusterStatus[]).map(({ state }) => state);
      if (states.some(state => state !== 'live')) {
        throw new Error(`The clusters are ${states.join(', ')}`);
      }
    });
  return { server, stop: () => backend.stop(), signals, get, untilLive };
}

/** Decides as a portal's policy would, by who asks. */
function createPermissions(groups: string[]): PermissionsService {
  const decide = (permission: Permission, person: string): PolicyDecision => {
    if (person === people.operator) {
      return { result: AuthorizeResult.ALLOW };
    }
    const owned = [
      veleroWorkspaceReadPermission,
      veleroBackupReadPermission,
      veleroRestoreReadPermission,
      veleroBackupCreatePermission,
      veleroBackupEnablePermission,
    ].find(({ name }) => name === permission.name);
    return person === people.developer && owned
      ? createVeleroWorkspaceConditionalDecision(
          owned,
          veleroWorkspaceConditions.isWorkspaceOwner({ claims: groups }),
        )
      : { result: AuthorizeResult.DENY };
  };
  const decideAll = (
    requests: ReadonlyArray<{ permission: Permission }>,
    options: PermissionsServiceRequestOptions | undefined,
  ) => {
    const { principal } = options!.credentials as ReturnType<
      typeof mockCredentials.user
    >;
    return requests.map(({ permission }) =>
      // As the framework does: services may do what plugins may.
      principal.type === 'user'
        ? decide(permission, principal.userEntityRef)
        : ({ result: AuthorizeResult.ALLOW } as PolicyDecision),
    );
  };
  return {
    authorizeConditional: async (requests, options) =>
      decideAll(requests, options),
    authorize: async (requests, options) =>
      decideAll(requests, options) as DefinitivePolicyDecision[],
  };
}
