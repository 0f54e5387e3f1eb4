import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import searchPlugin from '@backstage/plugin-search-backend';
import {
  SearchableQuery,
  SearchableRestoreRequest,
} from '@appgear/backstage-plugin-velero-common';
import {
  VeleroService,
  veleroServiceRef,
} from '@appgear/backstage-plugin-velero-node';
import request from 'supertest';
import searchModuleVelero, { RestoreRequestDocument } from './index';

function filed(id: string, workspaces: string[]): SearchableRestoreRequest {
  const filedAt = '2026-11-24T08:00:00.000Z';
  const targets = workspaces.map(workspace => ({
    namespace: `ws-${workspace}-copy`,
    workspace,
  }));
  return {
    id,
    cluster: 'prod',
    backup: 'nightly',
    workspaces,
    targets,
    filedAt,
  };
}

/** More than one page, and one that touches no workspace. */
const REQUESTS = [
  filed('shared', ['checkout', 'payments']),
  filed('nobodys', []),
  ...Array.from({ length: 210 }, (_, i) => filed(`r${i}`, ['inventory'])),
  filed('last', ['checkout']),
];

const velero: Pick<VeleroService, 'listSearchableRestoreRequests'> = {
  async listSearchableRestoreRequests(query: SearchableQuery) {
    const [offset, limit] = [Number(query.offset), Number(query.limit)];
    const items = REQUESTS.slice(offset, offset + limit);
    return { items, total: REQUESTS.length, offset, limit };
  },
};

/** Everybody sees one workspace: the one in his name. */
const permissions: PermissionsService = {
  async authorizeConditional(requests) {
    return requests.map(() => ({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'velero',
      resourceType: 'velero-workspace',
      conditions: { rule: 'IS_MINE', resourceType: 'velero-workspace' },
    }));
  },
  async authorize(requests, options) {
    const { principal } = options!.credentials as ReturnType<
      typeof mockCredentials.user
    >;
    return requests.map(({ resourceRef }) => ({
      result: principal.userEntityRef.endsWith(`/${resourceRef}`)
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
    }));
  },
};

describe('restore requests in search', () => {
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];

  beforeAll(async () => {
    const scheduler = mockServices.scheduler();
    ({ server } = await startTestBackend({
      features: [
        searchPlugin,
        searchModuleVelero,
        mockServices.rootConfig.factory({
          data: { permission: { enabled: true } },
        }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        createServiceFactory({
          service: coreServices.permissions,
          deps: {},
          factory: () => permissions,
        }),
        createServiceFactory({
          service: veleroServiceRef,
          deps: {},
          factory: () => velero as VeleroService,
        }),
      ],
    }));
    const tasks = await scheduler.getScheduledTasks();
    await Promise.all(tasks.map(({ id }) => scheduler.triggerTask(id)));
  });

  async function find(person: string, term: string) {
    const found = await search(person, term);
    return found.map(({ requestId, workspace }) => `${requestId} ${workspace}`);
  }

  async function search(
    person: string,
    term: string,
  ): Promise<RestoreRequestDocument[]> {
    const { body } = await request(server)
      .get('/api/search/query')
      .query({ term })
      .set(
        'authorization',
        mockCredentials.user.header(`user:default/${person}`),
      );
    return body.results.map(
      ({ document }: { document: RestoreRequestDocument }) => document,
    );
  }

  it('are found by those who may see a workspace they touch, and name no other', async () => {
    expect(await find('checkout', 'nightly')).toEqual([
      'shared checkout',
      'last checkout',
    ]);
    expect(await find('payments', 'nightly')).toEqual(['shared payments']);
    expect(await find('checkout', 'payments')).toEqual([]);
  });

  it('say where to, so that they can be told apart', async () => {
    const [shared] = await search('checkout', 'ws-checkout-copy');
    expect(shared).toMatchObject({
      title: 'Restore of checkout into ws-checkout-copy',
      into: ['ws-checkout-copy'],
    });
  });

  it('are not found by others, nor where they touch no workspace', async () => {
    expect(await find('nobody', 'nightly')).toEqual([]);
    expect(await find('checkout', 'nobodys')).toEqual([]);
  });
});
