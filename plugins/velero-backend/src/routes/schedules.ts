import {
  schedulesQuerySchema,
  veleroScheduleReadPermission,
} from '@appgear/backstage-plugin-velero-common';
import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import { SCHEDULE_TROUBLE, summarizeSchedule, touchesSight } from '../answers';
import { SortKey } from '../fleet';
import { Reader, requireSight } from '../permissions';
import { ScheduleView } from '../schedules';
import { RouteContext } from './RouteContext';
import { searcher } from './searcher';
import { slice } from './slice';
import { toPage } from './toPage';

type Query = z.output<typeof schedulesQuerySchema>;

const SORTS: Record<Query['sort'], SortKey<ScheduleView>> = {
  name: ({ schedule }) => schedule.name,
  nextRunAt: ({ nextRunAt }) => nextRunAt,
  lastAttemptAt: ({ schedule }) => schedule.lastBackupAt,
  condition: ({ condition }) => SCHEDULE_TROUBLE[condition],
};

/** `GET /schedules`: a `Page<ScheduleSummary>`; `GET /schedules/:cluster/:name`: a `ScheduleSummary`. */
export function addSchedules({ router, answerer, model }: RouteContext): void {
  const allow = (reader: Reader) =>
    requireSight(reader.schedules, veleroScheduleReadPermission);

  router.get(
    '/schedules',
    answerer.handle({
      query: schedulesQuerySchema,
      allow,
      answer: ({ query, reader }) => {
        const sight = reader.schedules;
        const search = searcher(query.search);
        const rows = slice(
          model.board.all(),
          [
            SORTS[query.sort],
            ({ schedule }) => schedule.name,
            ({ schedule }) => schedule.cluster,
          ],
          ({ schedule, condition }) => {
            const workspaces = model.workspacesOfSchedule(schedule);
            return (
              (!query.cluster || schedule.cluster === query.cluster) &&
              (!query.condition || condition === query.condition) &&
              (!query.workspace ||
                (workspaces.has(query.workspace) &&
                  sight.sees(query.workspace))) &&
              search(schedule.name, schedule.cron) &&
              touchesSight(workspaces, sight)
            );
          },
          {
            ...query,
            order:
              query.order ?? (query.sort === 'lastAttemptAt' ? 'desc' : 'asc'),
          },
        );
        return toPage(
          rows,
          view => summarizeSchedule(view, model, sight),
          query,
          { model, reader },
        );
      },
    }),
  );

  router.get(
    '/schedules/:cluster/:name',
    answerer.handle({
      query: z.strictObject({}),
      allow,
      answer: ({ params: { cluster, name }, reader }) => {
        const schedule = model.fleet.tables.schedules.get(cluster, name);
        const visible =
          schedule &&
          touchesSight(model.workspacesOfSchedule(schedule), reader.schedules);
        if (!visible) {
          throw new NotFoundError(
            `There is no schedule ${name} on cluster ${cluster} that you may see`,
          );
        }
        return summarizeSchedule(
          model.board.view(schedule),
          model,
          reader.schedules,
        );
      },
    }),
  );
}
