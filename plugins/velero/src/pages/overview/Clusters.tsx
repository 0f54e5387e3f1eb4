import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Overview } from '@appgear/backstage-plugin-velero-common';
import { CardGrid, Section } from '../../components/layout';
import { NothingHere } from '../../components/state';
import { veleroTranslationRef } from '../../translation';
import { ClusterCard } from './ClusterCard';

/** The clusters, each as a card. */
export function Clusters(props: { overview: Overview }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { clusters, withheld } = props.overview;
  return (
    <Section
      title={t('clusters.title')}
      isWithheld={withheld?.includes('clusters')}
    >
      {clusters.length === 0 ? (
        <NothingHere>{t('clusters.empty')}</NothingHere>
      ) : (
        <CardGrid column="20rem">
          {clusters.map(cluster => (
            <ClusterCard key={cluster.cluster} cluster={cluster} />
          ))}
        </CardGrid>
      )}
    </Section>
  );
}
