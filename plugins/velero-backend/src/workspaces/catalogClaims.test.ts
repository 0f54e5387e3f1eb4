import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readCatalogClaims } from './catalogClaims';

function entity(
  name: string,
  workspace: string | undefined,
  origin: string = 'url:https://git.example/catalog-info.yaml',
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      title: `Title of ${name}`,
      annotations: {
        'backstage.io/managed-by-origin-location': origin,
        ...(workspace && { 'velero.appgear.io/workspace-id': workspace }),
      },
    },
    relations: [{ type: 'ownedBy', targetRef: `group:default/owns-${name}` }],
  };
}

const read = (...entities: Entity[]) =>
  readCatalogClaims(catalogServiceMock({ entities }), mockServices.auth());

describe('readCatalogClaims', () => {
  it('takes the entity that people wrote, with its owner', async () => {
    const claims = await read(
      entity('made', 'shop', 'velero:workspaces'),
      entity('written', 'shop'),
      entity('other', undefined),
    );
    expect([...claims]).toEqual([
      [
        'shop',
        {
          entityRef: 'component:default/written',
          title: 'Title of written',
          owner: 'group:default/owns-written',
        },
      ],
    ]);
  });

  it('takes no owner from the entity that the catalog module made', async () => {
    const claims = await read(entity('made', 'shop', 'velero:workspaces'));
    expect(claims.get('shop')).toMatchObject({
      entityRef: 'component:default/made',
      owner: undefined,
    });
  });

  it('lets nobody own a workspace that several claim', async () => {
    const claims = await read(entity('b', 'shop'), entity('a', 'shop'));
    expect(claims.get('shop')).toMatchObject({
      entityRef: 'component:default/a',
      owner: undefined,
    });
  });
});
