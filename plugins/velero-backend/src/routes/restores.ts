import {
  restoresQuerySchema,
  veleroRestoreReadPermission,
} from '@appgear/backstage-plugin-velero-common';
import { z } from 'zod';
import { ReadModel, summarizeRestore, touchesSight } from '../answers';
import { RestoreRecord, SortKey } from '../fleet';
import { requireSight, Sight } from '../permissions';
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
  const { restores } = model.fleet.tables;
  router.get(
    '/restores',
    answerer.handle({
      query: restoresQuerySchema,
      allow: reader =>
        requireSight(reader.restores, veleroRestoreReadPermission),
      answer: ({ query, reader }) => {
        const key = SORTS[query.sort];
        const order =
          query.order ?? (NEWEST_FIRST.includes(query.sort) ? 'desc' : 'asc');
        const rows = restores
          .sortedBy(key)
          .rows()
          .filter(filterOf(query, reader.restores, model));
        return toPage(
          sliceSorted(rows, key, { ...query, order }),
          restore => summarizeRestore(restore, model, reader.restores),
          query,
          { model, reader },
        );
      },
    }),
  );
}

function filterOf(
  query: Query,
  sight: Sight,
  model: ReadModel,
): (restore: RestoreRecord) => boolean {
  const { cluster, phase, workspace } = query;
  const search = searcher(query.search);
  return restore => {
    const workspaces = model.workspacesOfRestore(restore);
    return (
      (!cluster || restore.cluster === cluster) &&
      (phase === undefined || restore.phase === phase) &&
      (!workspace || (workspaces.has(workspace) && sight.sees(workspace))) &&
      search(restore.name, restore.backup, restore.schedule) &&
      touchesSight(workspaces, sight)
    );
  };
}
