import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PageBody, PageLink, Section } from '../../components/layout';
import { ListView } from '../../components/table';
import { useVeleroQuery } from '../../query';
import { ListSpec, toListQuery } from '../../routing/listState';
import { useLinks } from '../../routing/useLinks';
import { useListState } from '../../routing/useListState';
import { veleroTranslationRef } from '../../translation';
import { clusterChoice } from '../clusterChoice';
import { useScheduleColumns } from './useScheduleColumns';

const CONDITIONS = [
  'stalled',
  'missed',
  'invalid',
  'paused',
  'new',
  'ok',
] as const;

const LIST = {
  sorts: ['name', 'nextRunAt', 'lastAttemptAt', 'condition'],
  sort: 'name',
  order: 'asc',
  filters: { cluster: 'text', condition: CONDITIONS, workspace: 'text' },
} as const satisfies ListSpec<string, any>;

/** Every schedule the reader may see. */
export function SchedulesPage() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const list = useListState(LIST);
  const asked = toListQuery(list.state);
  const query = useVeleroQuery(JSON.stringify(asked), (api, signal) =>
    api.getSchedules(asked, { signal }),
  );
  const columns = useScheduleColumns();

  return (
    <PageBody>
      <Section
        title={t('schedules.title')}
        description={t('schedules.note')}
        action={
          <PageLink href={links.newSchedule()}>{t('coverage.new')}</PageLink>
        }
      >
        <ListView
          label={t('schedules.title')}
          list={list}
          query={query}
          columns={columns}
          choices={[
            clusterChoice(t, query.data?.freshness),
            {
              name: 'condition',
              label: t('schedule.condition'),
              all: t('schedule.condition.all'),
              options: CONDITIONS.map(id => ({
                id,
                label: t(`schedule.condition.${id}`),
              })),
            },
            { name: 'workspace', label: t('workspace.name') },
          ]}
          getKey={({ cluster, uid }) => `${cluster}/${uid}`}
          empty={{ title: t('schedules.empty'), hint: t('schedules.hint') }}
        />
      </Section>
    </PageBody>
  );
}
