import {
  ItemPage,
  SearchableRestoreRequest,
  searchableQuerySchema,
} from '@appgear/backstage-plugin-velero-common';
import { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { Request } from 'express';
import { z } from 'zod';
import { RequestQueries } from '../store';

const SEARCH = 'plugin:search';

/**
 * What the search plugin may put into its index of all requests, whoever may
 * see them; it asks per document and reader.
 *
 * @throws NotAllowedError (403) for anybody but the portal's search plugin
 */
export async function listForSearch(
  request: Request,
  { offset, limit }: z.output<typeof searchableQuerySchema>,
  { httpAuth, queries }: { httpAuth: HttpAuthService; queries: RequestQueries },
): Promise<ItemPage<SearchableRestoreRequest>> {
  const { principal } = await httpAuth.credentials(request, {
    allow: ['service'],
  });
  if (principal.subject !== SEARCH) {
    throw new NotAllowedError('Only the search plugin may ask for this');
  }
  const { items, total } = await queries.list(
    {},
    {},
    { offset, limit, order: 'asc' },
  );
  return {
    items: items.map(({ gate, content }) => ({
      id: gate.id,
      cluster: content.frozen.cluster.name,
      backup: content.frozen.backup.name,
      workspaces: content.risks.workspaces,
      targets: content.summary.namespaces.flatMap(({ name, workspace }) =>
        workspace === undefined ? [] : [{ namespace: name, workspace }],
      ),
      filedAt: gate.filedAt,
    })),
    total,
    offset,
    limit,
  };
}
