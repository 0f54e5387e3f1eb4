import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PageLink } from '../../components/layout';
import { PhaseStatus } from '../../components/status';
import { useLinks } from '../../routing/useLinks';
import { veleroTranslationRef } from '../../translation';
import { FigureCard } from './FigureCard';
import { Tally } from './Tally';

/** How the backups of the last day ended, in Velero's words. */
export function BackupFigure(props: { recent: Record<string, number> }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const counts = Object.entries(props.recent);
  return (
    <FigureCard
      title={t('figures.recent')}
      value={counts.reduce((sum, [, count]) => sum + count, 0)}
      href={links.backups()}
    >
      <Tally
        empty={t('figures.noRecent')}
        counts={counts.map(([phase, count]) => ({
          key: phase,
          count,
          label: (
            <PageLink href={links.backups({ phase: phase || undefined })}>
              <PhaseStatus phase={phase} />
            </PageLink>
          ),
        }))}
      />
    </FigureCard>
  );
}
