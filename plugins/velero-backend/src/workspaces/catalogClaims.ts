import { ANNOTATION_WORKSPACE_ID } from '@appgear/backstage-plugin-velero-common';
import { WORKSPACE_ENTITY_LOCATION } from '@appgear/backstage-plugin-velero-node';
import { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { compareKeys } from '../fleet';

/** The catalog entity that stands for a workspace. */
export interface WorkspaceClaim {
  entityRef: string;
  title: string | undefined;
  /** Entity reference; only where one entity that people wrote claims the workspace, and no other. */
  owner: string | undefined;
}

/** Reads from the catalog which entities stand for which workspaces. */
export async function readCatalogClaims(
  catalog: CatalogService,
  auth: AuthService,
): Promise<Map<string, WorkspaceClaim>> {
  const { items } = await catalog.getEntities(
    {
      filter: {
        [`metadata.annotations.${ANNOTATION_WORKSPACE_ID}`]:
          CATALOG_FILTER_EXISTS,
      },
      fields: ['kind', 'metadata', 'relations'],
    },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  const claimants = new Map<string, Entity[]>();
  for (const entity of items) {
    const id = entity.metadata.annotations?.[ANNOTATION_WORKSPACE_ID] ?? '';
    claimants.set(id, [...(claimants.get(id) ?? []), entity]);
  }
  return new Map(
    [...claimants].map(([id, entities]) => [id, chooseClaim(entities)]),
  );
}

function chooseClaim(entities: Entity[]): WorkspaceClaim {
  const written = entities.filter(entity => !isOurs(entity));
  const [first] = [...(written.length ? written : entities)].sort((a, b) =>
    compareKeys(stringifyEntityRef(a), stringifyEntityRef(b)),
  );
  return {
    entityRef: stringifyEntityRef(first),
    title: first.metadata.title,
    owner:
      written.length === 1
        ? first.relations?.find(({ type }) => type === RELATION_OWNED_BY)
            ?.targetRef
        : undefined,
  };
}

/** Made by the catalog module out of the namespaces themselves. */
function isOurs({ metadata }: Entity): boolean {
  const origin = metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION] ?? '';
  return origin === WORKSPACE_ENTITY_LOCATION;
}
