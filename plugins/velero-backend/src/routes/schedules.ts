import {
  schedulesQuerySchema,
  veleroScheduleReadPermission,
} from '@appgear/backstage-plugin-velero-common';
import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import {
  ReadModel,
  SCHEDULE_TROUBLE,
  summarizeSchedule,
  touchesSight,
} from '../answers';
import { SortKey } from '../fleet';
import { Reader, requireSight, Sight } from '../permissions';
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

const TIES: Array<SortKey<ScheduleView>> = [
  ({ schedule }) => schedule.name,
  ({ schedule }) => schedule.cluster,
];

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
        const order =
          query.order ?? (query.sort === 'lastAttemptAt' ? 'desc' : 'asc');
        const views = model.board
          .all()
          .filter(filterOf(query, reader.schedules, model));
        return toPage(
          slice(views, [SORTS[query.sort], ...TIES], { ...query, order }),
          view => summarizeSchedule(view, model, reader.schedules),
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

function filterOf(
  query: Query,
  sight: Sight,
  model: ReadModel,
): (view: ScheduleView) => boolean {
  const { cluster, condition, workspace } = query;
  const search = searcher(query.search);
  return view => {
    const { schedule } = view;
    const workspaces = model.workspacesOfSchedule(schedule);
    return (
      (!cluster || schedule.cluster === cluster) &&
      (!condition || view.condition === condition) &&
      (!workspace || (workspaces.has(workspace) && sight.sees(workspace))) &&
      search(schedule.name, schedule.cron) &&
      touchesSight(workspaces, sight)
    );
  };
}
