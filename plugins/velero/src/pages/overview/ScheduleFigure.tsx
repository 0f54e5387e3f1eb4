import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Overview,
  ScheduleCondition,
} from '@appgear/backstage-plugin-velero-common';
import { PageLink } from '../../components/layout';
import { ScheduleConditionStatus } from '../../components/status';
import { useLinks } from '../../routing/useLinks';
import { veleroTranslationRef } from '../../translation';
import { FigureCard } from './FigureCard';
import { Tally } from './Tally';

/** How many schedules do what they should. */
export function ScheduleFigure(props: Pick<Overview, 'schedules'>) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const counts = Object.entries(props.schedules) as [
    ScheduleCondition,
    number,
  ][];
  return (
    <FigureCard
      title={t('figures.schedules')}
      value={counts.reduce((sum, [, count]) => sum + count, 0)}
      href={links.schedules()}
    >
      <Tally
        empty={t('figures.noSchedules')}
        counts={counts.map(([condition, count]) => ({
          key: condition,
          count,
          label: (
            <PageLink href={links.schedules({ condition })}>
              <ScheduleConditionStatus condition={condition} />
            </PageLink>
          ),
        }))}
      />
    </FigureCard>
  );
}
