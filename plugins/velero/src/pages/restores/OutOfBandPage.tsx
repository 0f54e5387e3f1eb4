import { useMemo } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { OutOfBandObject } from '@appgear/backstage-plugin-velero-common';
import { NameList, PageLink, TitledPage } from '../../components/layout';
import { Status } from '../../components/status';
import { DataColumn, ListView } from '../../components/table';
import { useRestoresQuery, useVeleroQuery } from '../../query';
import { ListSpec, toListQuery } from '../../routing/listState';
import { useLinks } from '../../routing/useLinks';
import { useListState } from '../../routing/useListState';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { clusterChoice } from '../clusterChoice';

const LIST = {
  sorts: ['createdAt'],
  sort: 'createdAt',
  order: 'desc',
  filters: { cluster: 'text' },
  hasNoSearch: true,
} as const satisfies ListSpec<string, any>;

/** What was restored or deleted on the clusters without the gate. */
export function OutOfBandPage() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const list = useListState(LIST);
  const { cluster, offset, limit } = toListQuery(list.state);
  const asked = { cluster, offset, limit };
  const query = useRestoresQuery(JSON.stringify(asked), (api, signal) =>
    api.getOutOfBand(asked, { signal }),
  );
  const clusters = useVeleroQuery('clusters', (api, signal) =>
    api.getOverview({ signal }),
  );
  return (
    <TitledPage title={t('outOfBand.title')}>
      <Text as="p" variant="body-medium" color="secondary">
        {t('outOfBand.note')}
      </Text>
      <ListView
        label={t('outOfBand.title')}
        list={list}
        query={query}
        columns={useOutOfBandColumns()}
        choices={[clusterChoice(t, clusters.data?.freshness)]}
        getKey={({ cluster: where, uid }) => `${where}/${uid}`}
        empty={{ title: t('outOfBand.empty'), hint: t('outOfBand.hint') }}
      />
    </TitledPage>
  );
}

function useOutOfBandColumns(): DataColumn<OutOfBandObject>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('outOfBand.name'),
        isRowHeader: true,
        render: ({ name }) => name,
      },
      {
        id: 'kind',
        label: t('outOfBand.kind'),
        render: ({ kind }) => (
          <Status tone={kind === 'Restore' ? 'warning' : 'danger'}>
            {t(`outOfBand.kind.${kind}`)}
          </Status>
        ),
      },
      {
        id: 'cluster',
        label: t('cluster.name'),
        width: 'short',
        render: ({ cluster }) => cluster,
      },
      {
        id: 'backup',
        label: t('backup.name'),
        render: ({ cluster, backup }) =>
          backup && (
            <PageLink href={links.backup({ cluster, name: backup })}>
              {backup}
            </PageLink>
          ),
      },
      {
        id: 'madeBy',
        label: t('outOfBand.madeBy'),
        render: ({ madeBy }) => madeBy ?? t('notKnown'),
      },
      {
        id: 'createdAt',
        label: t('outOfBand.createdAt'),
        width: 'short',
        render: ({ createdAt }) => <Timestamp at={createdAt} />,
      },
      {
        id: 'workspaces',
        label: t('outOfBand.workspaces'),
        render: ({ workspaces }) => (
          <NameList names={workspaces} getHref={links.workspace} />
        ),
      },
    ],
    [t, links],
  );
}
