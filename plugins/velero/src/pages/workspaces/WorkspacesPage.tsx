import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VERDICTS } from '@appgear/backstage-plugin-velero-common';
import { PageBody, Section } from '../../components/layout';
import { ListView } from '../../components/table';
import { useVeleroQuery } from '../../query';
import { ListSpec, toListQuery } from '../../routing/listState';
import { useLinks } from '../../routing/useLinks';
import { useListState } from '../../routing/useListState';
import { veleroTranslationRef } from '../../translation';
import { clusterChoice } from '../clusterChoice';
import { useWorkspaceColumns } from './useWorkspaceColumns';

const INTENTS = ['enabled', 'disabled', 'mixed', 'unknown'] as const;

const LIST = {
  sorts: ['id', 'tenant', 'lastBackup', 'nextRun', 'backupCount', 'verdict'],
  sort: 'id',
  order: 'asc',
  filters: {
    cluster: 'text',
    verdict: VERDICTS,
    intent: INTENTS,
    tenant: 'text',
    owner: 'text',
  },
} as const satisfies ListSpec<string, any>;

/** Every workspace the reader may see. */
export function WorkspacesPage() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const list = useListState(LIST);
  const asked = toListQuery(list.state);
  const query = useVeleroQuery(JSON.stringify(asked), (api, signal) =>
    api.getWorkspaces(asked, { signal }),
  );
  const columns = useWorkspaceColumns();

  return (
    <PageBody>
      <Section title={t('workspaces.title')} description={t('phase.note')}>
        <ListView
          label={t('workspaces.title')}
          list={list}
          query={query}
          columns={columns}
          choices={[
            clusterChoice(t, query.data?.freshness),
            {
              name: 'verdict',
              label: t('protection.verdict'),
              all: t('protection.verdict.all'),
              options: VERDICTS.map(id => ({ id, label: t(`verdict.${id}`) })),
            },
            {
              name: 'intent',
              label: t('workspace.intent'),
              all: t('workspace.intent.all'),
              options: INTENTS.map(id => ({
                id,
                label: t(`workspace.intent.${id}`),
              })),
            },
            { name: 'tenant', label: t('workspace.tenant') },
            { name: 'owner', label: t('workspace.owner') },
          ]}
          getKey={({ id }) => id}
          getHref={({ id }) => links.workspace(id)}
          empty={{ title: t('workspaces.empty'), hint: t('workspaces.hint') }}
        />
      </Section>
    </PageBody>
  );
}
