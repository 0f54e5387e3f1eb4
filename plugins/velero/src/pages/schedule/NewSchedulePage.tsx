import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterStatus } from '@appgear/backstage-plugin-velero-common';
import { Section, TitledPage } from '../../components/layout';
import { NothingHere, QueryView } from '../../components/state';
import { Choice, Filters } from '../../components/table';
import { useVeleroQuery } from '../../query';
import { veleroTranslationRef } from '../../translation';
import { Simulator } from './simulator/Simulator';

/** A schedule that does not exist yet, tried on a cluster. */
export function NewSchedulePage() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const query = useVeleroQuery('clusters', (api, signal) =>
    api.getOverview({ signal }),
  );
  return (
    <TitledPage title={t('coverage.new')}>
      <Section
        title={t('coverage.title')}
        description={`${t('coverage.newNote')} ${t('coverage.note')}`}
      >
        <QueryView query={query} lines={4}>
          {({ clusters }) => (
            <OnCluster
              clusters={clusters.filter(({ velero }) => velero === 'installed')}
            />
          )}
        </QueryView>
      </Section>
    </TitledPage>
  );
}

function OnCluster({ clusters }: { clusters: ClusterStatus[] }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const [chosen, setChosen] = useState<string>();
  if (clusters.length === 0) {
    return <NothingHere>{t('coverage.noCluster')}</NothingHere>;
  }
  const cluster = chosen ?? clusters[0].cluster;
  return (
    <>
      <Filters>
        <Choice
          label={t('coverage.cluster')}
          options={clusters.map(each => ({
            id: each.cluster,
            label: each.title,
          }))}
          value={cluster}
          onChange={setChosen}
        />
      </Filters>
      <Simulator cluster={cluster} />
    </>
  );
}
