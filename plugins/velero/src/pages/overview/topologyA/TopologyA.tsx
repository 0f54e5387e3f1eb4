import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CardGrid, Section } from '../../../components/layout';
import { QueryView } from '../../../components/state';
import { useVeleroQuery } from '../../../query';
import { veleroTranslationRef } from '../../../translation';
import { DockerHostCard } from './DockerHostCard';

/** Docker hosts for development and demos, apart from all that is protected; nothing where none is configured. */
export function TopologyA() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const query = useVeleroQuery('topologyA', (api, signal) =>
    api.getTopologyA({ signal }),
  );
  const { data, error } = query;
  if (!error && !data?.length) {
    return undefined;
  }
  return (
    <Section title={t('topologyA.title')} description={t('topologyA.notDr')}>
      <QueryView query={query}>
        {hosts => (
          <CardGrid column="22rem">
            {hosts.map(host => (
              <DockerHostCard key={host.name} host={host} />
            ))}
          </CardGrid>
        )}
      </QueryView>
    </Section>
  );
}
