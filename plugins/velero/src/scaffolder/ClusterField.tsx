import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useVeleroQuery } from '../query';
import { ClusterStateStatus } from '../components/status';
import { veleroTranslationRef } from '../translation';
import { ChoiceField } from './ChoiceField';
import { clusterSchema } from './schemas';

/** A cluster of the fleet, and whether it answers. */
export function ClusterField(props: typeof clusterSchema.TProps) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const query = useVeleroQuery(
    'clusters to choose from',
    async (api, signal) => {
      const { clusters } = await api.getOverview({ signal });
      return clusters;
    },
  );
  return (
    <ChoiceField
      part={props}
      query={query}
      keyOf={({ cluster }) => cluster}
      labelOf={({ cluster, title }) =>
        title === cluster ? cluster : `${title} (${cluster})`
      }
      detailOf={({ state }) => <ClusterStateStatus state={state} />}
      chosen={props.formData}
      onChoose={cluster => props.onChange(cluster?.cluster)}
      nothing={t('template.noCluster')}
    />
  );
}
