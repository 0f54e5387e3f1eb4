import { ANNOTATION_WORKSPACE_ID } from '@appgear/backstage-plugin-velero-common';
import { WORKSPACE_ENTITY_LOCATION } from '@appgear/backstage-plugin-velero-node';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { ANNOTATION_ORIGIN_LOCATION } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** Ids of the workspaces that entities of other origin stand for. */
export async function readClaimed(
  catalog: CatalogService,
  credentials: BackstageCredentials,
): Promise<Set<string>> {
  const { items } = await catalog.getEntities(
    {
      filter: {
        [`metadata.annotations.${ANNOTATION_WORKSPACE_ID}`]:
          CATALOG_FILTER_EXISTS,
      },
      fields: ['metadata.annotations'],
    },
    { credentials },
  );
  return new Set(
    items
      .map(({ metadata }) => metadata.annotations ?? {})
      .filter(
        annotations =>
          annotations[ANNOTATION_ORIGIN_LOCATION] !== WORKSPACE_ENTITY_LOCATION,
      )
      .map(annotations => annotations[ANNOTATION_WORKSPACE_ID]),
  );
}
