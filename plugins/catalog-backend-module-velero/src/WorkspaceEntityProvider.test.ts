import {
  ANNOTATION_WORKSPACE_ID,
  ClusterState,
  WorkspacesQuery,
  WorkspaceSummary,
} from '@appgear/backstage-plugin-velero-common';
import {
  VeleroService,
  WORKSPACE_ENTITY_LOCATION,
} from '@appgear/backstage-plugin-velero-node';
import { mockServices } from '@backstage/backend-test-utils';
import { ANNOTATION_ORIGIN_LOCATION, Entity } from '@backstage/catalog-model';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { WorkspaceEntityProvider } from './WorkspaceEntityProvider';

function workspace(id: string, rest: Partial<WorkspaceSummary> = {}) {
  return {
    id,
    title: id,
    clusters: ['prod'],
    namespaceCount: 1,
    intent: 'enabled' as const,
    backupCount: 0,
    ...rest,
  };
}

function claimant(name: string, id: string, origin: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        [ANNOTATION_WORKSPACE_ID]: id,
        [ANNOTATION_ORIGIN_LOCATION]: origin,
      },
    },
  };
}

/** A fleet that answers with what is in it now, page by page. */
class FakeFleet implements Pick<VeleroService, 'listWorkspaces'> {
  workspaces: WorkspaceSummary[] = [];
  state: ClusterState = 'live';

  async listWorkspaces({ offset = 0, limit = 50 }: WorkspacesQuery) {
    const [from, size] = [Number(offset), Number(limit)];
    return {
      items: this.workspaces.slice(from, from + size),
      total: this.workspaces.length,
      offset: from,
      limit: size,
      freshness: [{ cluster: 'prod', state: this.state }],
    };
  }
}

function createProvider(fleet: FakeFleet, entities: Entity[] = []) {
  const mutations: EntityProviderMutation[] = [];
  const provider = new WorkspaceEntityProvider({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    config: {
      namespace: 'default',
      defaultOwner: 'unknown',
      system: 'dr',
      schedule: { frequency: { minutes: 1 }, timeout: { minutes: 1 } },
      appBaseUrl: 'https://portal.example/backstage',
    },
    logger: mockServices.logger.mock(),
    runner: { run: async () => {} },
    velero: fleet as Partial<VeleroService> as VeleroService,
  });
  const refresh = () =>
    provider.refresh({
      applyMutation: async mutation => {
        mutations.push(mutation);
      },
      refresh: async () => {},
    });
  const namesOf = (mutation: EntityProviderMutation | undefined) =>
    (mutation?.type === 'full' ? mutation.entities : mutation?.added ?? []).map(
      ({ entity }) => entity.metadata.name,
    );
  return { mutations, refresh, namesOf };
}

describe('WorkspaceEntityProvider', () => {
  it('makes a Resource of each workspace', async () => {
    const fleet = new FakeFleet();
    fleet.workspaces = [
      workspace('checkout', {
        owner: 'group:default/team-checkout',
        tenant: 'shop',
        clusters: ['prod', 'dr'],
        namespaceCount: 2,
      }),
    ];
    const { mutations, refresh } = createProvider(fleet);
    await refresh();
    expect(mutations).toEqual([
      {
        type: 'full',
        entities: [
          {
            locationKey: WORKSPACE_ENTITY_LOCATION,
            entity: {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Resource',
              metadata: {
                name: 'checkout',
                namespace: 'default',
                title: undefined,
                description:
                  'Workspace checkout of tenant shop: 2 namespaces on prod, dr',
                annotations: {
                  'backstage.io/managed-by-location': WORKSPACE_ENTITY_LOCATION,
                  'backstage.io/managed-by-origin-location':
                    WORKSPACE_ENTITY_LOCATION,
                  'velero.appgear.io/workspace-id': 'checkout',
                },
                links: [
                  {
                    title: 'Disaster recovery',
                    url: 'https://portal.example/backstage/dr/workspaces/checkout',
                  },
                  {
                    title: 'Backups on prod',
                    url: 'https://portal.example/backstage/dr/backups?cluster=prod&workspace=checkout',
                  },
                  {
                    title: 'Backups on dr',
                    url: 'https://portal.example/backstage/dr/backups?cluster=dr&workspace=checkout',
                  },
                ],
              },
              spec: {
                type: 'workspace',
                owner: 'group:default/team-checkout',
                system: 'dr',
              },
            },
          },
        ],
      },
    ]);
  });

  it('reads all pages, and writes only when something changed', async () => {
    const fleet = new FakeFleet();
    fleet.workspaces = Array.from({ length: 450 }, (_, i) =>
      workspace(`w${String(i).padStart(3, '0')}`),
    );
    const { mutations, refresh, namesOf } = createProvider(fleet);
    await refresh();
    await refresh();
    expect(mutations).toHaveLength(1);
    expect(namesOf(mutations[0])).toHaveLength(450);

    fleet.workspaces = fleet.workspaces.slice(1);
    await refresh();
    expect(mutations).toHaveLength(2);
    expect(namesOf(mutations[1])).not.toContain('w000');
  });

  it('leaves workspaces to the entities that claim them', async () => {
    const fleet = new FakeFleet();
    fleet.workspaces = [workspace('claimed'), workspace('ours')];
    const { mutations, refresh, namesOf } = createProvider(fleet, [
      claimant('shop', 'claimed', 'url:https://git.example/catalog-info.yaml'),
      claimant('ours', 'ours', WORKSPACE_ENTITY_LOCATION),
    ]);
    await refresh();
    expect(namesOf(mutations[0])).toEqual(['ours']);
  });

  it.each(['connecting', 'unreachable'] as const)(
    'takes nothing away while a cluster is %s',
    async state => {
      const fleet = new FakeFleet();
      fleet.workspaces = [workspace('other')];
      fleet.state = state;
      const { mutations, refresh, namesOf } = createProvider(fleet);
      await refresh();
      expect(mutations[0]).toMatchObject({ type: 'delta', removed: [] });
      expect(namesOf(mutations[0])).toEqual(['other']);

      // Known again, though it does not answer now: what is missing is gone.
      fleet.state = 'stale';
      await refresh();
      expect(mutations[1].type).toBe('full');
    },
  );

  it('gives what nobody owns to the configured owner', async () => {
    const fleet = new FakeFleet();
    fleet.workspaces = [workspace('free')];
    const { mutations, refresh } = createProvider(fleet);
    await refresh();
    expect(mutations[0]).toMatchObject({
      entities: [{ entity: { spec: { owner: 'unknown' } } }],
    });
  });
});
