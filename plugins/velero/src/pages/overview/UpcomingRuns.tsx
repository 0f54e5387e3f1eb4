import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Overview } from '@appgear/backstage-plugin-velero-common';
import { PageLink, Section } from '../../components/layout';
import { NothingHere } from '../../components/state';
import { DataTable } from '../../components/table';
import { useLinks } from '../../routing/useLinks';
import { veleroTranslationRef } from '../../translation';
import { useScheduleColumns } from '../schedules/useScheduleColumns';

const SHOWN = ['name', 'cluster', 'condition', 'nextRunAt', 'lastAttemptAt'];

/** The schedules that run next. */
export function UpcomingRuns(props: { overview: Overview }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const all = useScheduleColumns();
  const columns = useMemo(
    () => all.filter(({ id }) => SHOWN.includes(id)),
    [all],
  );
  return (
    <Section
      title={t('overview.upcoming')}
      isWithheld={props.overview.withheld?.includes('schedules')}
      action={
        <PageLink href={links.schedules()}>
          {t('overview.allSchedules')}
        </PageLink>
      }
    >
      <DataTable
        label={t('overview.upcoming')}
        columns={columns}
        items={props.overview.upcoming}
        getKey={({ cluster, uid }) => `${cluster}/${uid}`}
        empty={<NothingHere>{t('overview.noUpcoming')}</NothingHere>}
      />
    </Section>
  );
}
