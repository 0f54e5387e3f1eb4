import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Overview } from '@appgear/backstage-plugin-velero-common';
import { CardGrid, Section } from '../../components/layout';
import { NothingHere } from '../../components/state';
import { veleroTranslationRef } from '../../translation';
import { BucketCard } from './BucketCard';
import { ClusterCard } from './ClusterCard';

/** The clusters, each as a card, and the buckets that are read without one. */
export function Clusters(props: { overview: Overview }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { clusters, buckets = [], withheld } = props.overview;
  return (
    <Section
      title={t('clusters.title')}
      isWithheld={withheld?.includes('clusters')}
    >
      {clusters.length + buckets.length === 0 ? (
        <NothingHere>{t('clusters.empty')}</NothingHere>
      ) : (
        <CardGrid column="20rem">
          {clusters.map(cluster => (
            <ClusterCard key={cluster.cluster} cluster={cluster} />
          ))}
          {buckets.map(bucket => (
            <BucketCard key={bucket.cluster} bucket={bucket} />
          ))}
        </CardGrid>
      )}
    </Section>
  );
}
