import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RESTORE_REQUEST_STATES,
  RestoreRequestsQuery,
} from '@appgear/backstage-plugin-velero-common';
import { PageLink, Section } from '../../components/layout';
import { ListView } from '../../components/table';
import { useRestoresQuery, useVeleroQuery } from '../../query';
import { ListSpec, ListState, toListQuery } from '../../routing/listState';
import { useLinks } from '../../routing/useLinks';
import { useListState } from '../../routing/useListState';
import { veleroTranslationRef } from '../../translation';
import { clusterChoice } from '../clusterChoice';
import { useRequestColumns } from './useRequestColumns';

const OPEN = 'pending,approved,executing';
const PARTS = ['waitsForMe', 'decidedByMe', 'reviewPending'] as const;

const FILTERS = {
  state: [OPEN, ...RESTORE_REQUEST_STATES],
  part: PARTS,
  cluster: 'text',
  workspace: 'text',
  requester: 'text',
} as const;

const LIST = {
  sorts: ['filedAt', 'deadline'],
  sort: 'filedAt',
  order: 'desc',
  filters: FILTERS,
  hasNoSearch: true,
} as const satisfies ListSpec<string, any>;

/** Every request the reader may see. */
export function AllRequests() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const list = useListState(LIST);
  const asked = toRequestsQuery(list.state);
  const query = useRestoresQuery(JSON.stringify(asked), (api, signal) =>
    api.getRestoreRequests(asked, { signal }),
  );
  const clusters = useVeleroQuery('clusters', (api, signal) =>
    api.getOverview({ signal }),
  );
  const columns = useRequestColumns();

  return (
    <Section
      title={t('requests.title')}
      description={t('requests.note')}
      action={<OutOfBandLink />}
    >
      <ListView
        label={t('requests.title')}
        list={list}
        query={query}
        columns={columns}
        choices={[
          {
            name: 'state',
            label: t('request.state'),
            all: t('request.state.all'),
            options: [
              { id: OPEN, label: t('request.state.open') },
              ...RESTORE_REQUEST_STATES.map(id => ({
                id,
                label: t(`request.state.${id}`),
              })),
            ],
          },
          {
            name: 'part',
            label: t('requests.part'),
            all: t('requests.part.all'),
            options: PARTS.map(id => ({ id, label: t(`requests.part.${id}`) })),
          },
          clusterChoice(t, clusters.data?.freshness),
          { name: 'workspace', label: t('workspace.name') },
          { name: 'requester', label: t('request.requester') },
        ]}
        getKey={({ id }) => id}
        getHref={({ id }) => links.restoreRequest(id)}
        empty={{ title: t('requests.empty'), hint: t('requests.hint') }}
      />
    </Section>
  );
}

/** What was done without any of these. */
function OutOfBandLink() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const { data } = useRestoresQuery('outOfBand', (api, signal) =>
    api.getOutOfBand({ limit: 1 }, { signal }),
  );
  return (
    <PageLink href={links.outOfBand()}>
      {data?.total
        ? t('outOfBand.link', { count: data.total })
        : t('outOfBand.title')}
    </PageLink>
  );
}

function toRequestsQuery(
  state: ListState<(typeof LIST)['sorts'][number], typeof FILTERS>,
): RestoreRequestsQuery {
  const { part, search: _none, ...query } = toListQuery(state);
  return part ? { ...query, [part]: 'true' } : query;
}
