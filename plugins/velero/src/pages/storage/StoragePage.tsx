import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PageBody, Section } from '../../components/layout';
import { ListView } from '../../components/table';
import { useVeleroQuery } from '../../query';
import { ListSpec, toListQuery } from '../../routing/listState';
import { useListState } from '../../routing/useListState';
import { veleroTranslationRef } from '../../translation';
import { clusterChoice } from '../clusterChoice';
import { SnapshotLocations } from './SnapshotLocations';
import { useStorageColumns } from './useStorageColumns';

const LIST = {
  sorts: ['name', 'cluster', 'phase'],
  sort: 'name',
  order: 'asc',
  filters: { cluster: 'text' },
} as const satisfies ListSpec<string, any>;

/** Where backups and snapshots are kept. */
export function StoragePage() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const list = useListState(LIST);
  const asked = toListQuery(list.state);
  const query = useVeleroQuery(JSON.stringify(asked), (api, signal) =>
    api.getStorageLocations(asked, { signal }),
  );
  const columns = useStorageColumns();

  return (
    <PageBody>
      <Section title={t('storage.title')} description={t('storage.note')}>
        <ListView
          label={t('storage.title')}
          list={list}
          query={query}
          columns={columns}
          choices={[clusterChoice(t, query.data?.freshness)]}
          getKey={({ cluster, uid }) => `${cluster}/${uid}`}
          empty={{ title: t('storage.empty'), hint: t('storage.hint') }}
        />
      </Section>
      <SnapshotLocations />
    </PageBody>
  );
}
