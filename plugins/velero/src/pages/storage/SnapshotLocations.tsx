import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SnapshotLocationSummary } from '@appgear/backstage-plugin-velero-common';
import { Section } from '../../components/layout';
import { NothingHere, QueryView } from '../../components/state';
import { DataColumn, DataTable } from '../../components/table';
import { useVeleroQuery } from '../../query';
import { veleroTranslationRef } from '../../translation';

/** Where volume snapshots are kept: the few there are, on one page. */
export function SnapshotLocations() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const query = useVeleroQuery('snapshot-locations', (api, signal) =>
    api.getSnapshotLocations({}, { signal }),
  );
  const columns = useMemo<DataColumn<SnapshotLocationSummary>[]>(
    () => [
      {
        id: 'name',
        label: t('snapshots.name'),
        isRowHeader: true,
        render: ({ name }) => name,
      },
      {
        id: 'cluster',
        label: t('cluster.name'),
        width: 'short',
        render: ({ cluster }) => cluster,
      },
      {
        id: 'provider',
        label: t('storage.provider'),
        render: ({ provider }) => provider,
      },
    ],
    [t],
  );

  return (
    <Section title={t('snapshots.title')} description={t('snapshots.note')}>
      <QueryView query={query} lines={3}>
        {({ items }) => (
          <DataTable
            label={t('snapshots.title')}
            columns={columns}
            items={items}
            getKey={({ cluster, uid }) => `${cluster}/${uid}`}
            empty={<NothingHere>{t('snapshots.empty')}</NothingHere>}
          />
        )}
      </QueryView>
    </Section>
  );
}
