import { AuthService } from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { People } from './People';

/** People by the catalog's own relations: what Backstage calls ownership references. */
export class CatalogPeople implements People {
  constructor(
    private readonly catalog: CatalogService,
    private readonly auth: AuthService,
  ) {}

  async refsOf(user: string): Promise<ReadonlySet<string> | undefined> {
    const entity = await this.catalog.getEntityByRef(user, {
      credentials: await this.auth.getOwnServiceCredentials(),
    });
    if (!entity) return undefined;
    const groups = (entity.relations ?? [])
      .filter(({ type }) => type === RELATION_MEMBER_OF)
      .map(({ targetRef }) => targetRef);
    return new Set([user, ...groups]);
  }

  async membersOf(ref: string): Promise<readonly string[]> {
    if (parseEntityRef(ref).kind === 'user') return [ref];
    const { items } = await this.catalog.getEntities(
      {
        filter: { kind: 'User', [`relations.${RELATION_MEMBER_OF}`]: ref },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      },
      { credentials: await this.auth.getOwnServiceCredentials() },
    );
    return items.map(stringifyEntityRef);
  }
}
