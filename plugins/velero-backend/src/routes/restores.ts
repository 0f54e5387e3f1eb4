import {
  restoresQuerySchema,
  veleroRestoreReadPermission,
} from '@appgear/backstage-plugin-velero-common';
import { z } from 'zod';
import { summarizeRestore, touchesSight } from '../answers';
import { RestoreRecord, SortKey } from '../fleet';
import { requireSight } from '../permissions';
import { RouteContext } from './RouteContext';
import { searcher } from './searcher';
import { sliceSorted } from './slice';
import { toPage } from './toPage';

type Query = z.output<typeof restoresQuerySchema>;

const SORTS: Record<Query['sort'], SortKey<RestoreRecord>> = {
  name: ({ name }) => name,
  createdAt: ({ createdAt }) => createdAt,
  completedAt: ({ completedAt }) => completedAt,
  phase: ({ phase }) => phase,
};
const NEWEST_FIRST: Array<Query['sort']> = ['createdAt', 'completedAt'];

/** `GET /restores`: a `Page<RestoreSummary>`. */
export function addRestores({ router, answerer, model }: RouteContext): void {
  router.get(
    '/restores',
    answerer.handle({
      query: restoresQuerySchema,
      allow: ({ restores }) =>
        requireSight(restores, veleroRestoreReadPermission),
      answer: ({ query, reader }) => {
        const sight = reader.restores;
        const key = SORTS[query.sort];
        const search = searcher(query.search);
        const rows = sliceSorted(
          model.fleet.tables.restores.sortedBy(key).rows(),
          key,
          restore => {
            const workspaces = model.workspacesOfRestore(restore);
            return (
              (!query.cluster || restore.cluster === query.cluster) &&
              (query.phase === undefined || restore.phase === query.phase) &&
              (!query.workspace ||
                (workspaces.has(query.workspace) &&
                  sight.sees(query.workspace))) &&
              search(restore.name, restore.backup, restore.schedule) &&
              touchesSight(workspaces, sight)
            );
          },
          {
            ...query,
            order:
              query.order ??
              (NEWEST_FIRST.includes(query.sort) ? 'desc' : 'asc'),
          },
        );
        return toPage(
          rows,
          restore => summarizeRestore(restore, model, sight),
          query,
          { model, reader },
        );
      },
    }),
  );
}
