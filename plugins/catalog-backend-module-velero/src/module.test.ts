import { ANNOTATION_WORKSPACE_ID } from '@appgear/backstage-plugin-velero-common';
import {
  VeleroService,
  veleroServiceRef,
} from '@appgear/backstage-plugin-velero-node';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { setTimeout } from 'node:timers/promises';
import request from 'supertest';
import catalogModuleVelero from '.';

const oddId = 'A workspace / with odd letters';

const velero: Partial<VeleroService> = {
  listWorkspaces: async () => ({
    items: [
      {
        id: oddId,
        title: oddId,
        owner: 'group:default/team-a',
        clusters: ['prod'],
        namespaceCount: 1,
        intent: 'enabled',
        backupCount: 0,
      },
    ],
    total: 1,
    offset: 0,
    limit: 200,
    freshness: [{ cluster: 'prod', state: 'live' }],
  }),
};

describe('catalogModuleVelero', () => {
  it('has the real catalog accept the entities', async () => {
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleVelero,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
            catalog: {
              providers: { velero: {} },
              processingInterval: { seconds: 1 },
            },
          },
        }),
        createServiceFactory({
          service: veleroServiceRef,
          deps: {},
          factory: () => velero as VeleroService,
        }),
      ],
    });
    const read = async (): Promise<Entity[]> => {
      const { body } = await request(backend.server)
        .get('/api/catalog/entities')
        .set('Authorization', mockCredentials.service.header());
      return body;
    };
    let entities = await read();
    for (let i = 0; i < 150 && entities.length === 0; i++) {
      await setTimeout(100);
      entities = await read();
    }
    expect(entities).toMatchObject([
      {
        kind: 'Resource',
        metadata: {
          title: oddId,
          annotations: { [ANNOTATION_WORKSPACE_ID]: oddId },
        },
        relations: [{ type: 'ownedBy', targetRef: 'group:default/team-a' }],
      },
    ]);
    await backend.stop();
  }, 30_000);
});
