import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PageBody, Section } from '../../components/layout';
import { ListView } from '../../components/table';
import { useVeleroQuery } from '../../query';
import { ListSpec, toListQuery } from '../../routing/listState';
import { useLinks } from '../../routing/useLinks';
import { useListState } from '../../routing/useListState';
import { veleroTranslationRef } from '../../translation';
import { clusterChoice } from '../clusterChoice';
import { useBackupColumns } from './useBackupColumns';

/** Those worth filtering by; a link may name any other. */
const PHASES = [
  'Completed',
  'PartiallyFailed',
  'Failed',
  'FailedValidation',
  'InProgress',
  'New',
];

const LIST = {
  sorts: ['name', 'createdAt', 'completedAt', 'expiresAt', 'phase'],
  sort: 'createdAt',
  order: 'desc',
  filters: {
    cluster: 'text',
    phase: 'text',
    workspace: 'text',
    schedule: 'text',
    storageLocation: 'text',
  },
} as const satisfies ListSpec<string, any>;

/** Every backup the reader may see. */
export function BackupsPage() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const list = useListState(LIST);
  const asked = toListQuery(list.state);
  const query = useVeleroQuery(JSON.stringify(asked), (api, signal) =>
    api.getBackups(asked, { signal }),
  );
  const columns = useBackupColumns();
  const { phase } = list.state.filters;
  const phases = phase && !PHASES.includes(phase) ? [...PHASES, phase] : PHASES;

  return (
    <PageBody>
      <Section title={t('backups.title')} description={t('phase.note')}>
        <ListView
          label={t('backups.title')}
          list={list}
          query={query}
          columns={columns}
          choices={[
            clusterChoice(t, query.data?.freshness),
            {
              name: 'phase',
              label: t('backup.phase'),
              all: t('backup.phase.all'),
              options: phases.map(id => ({ id, label: id })),
            },
            { name: 'workspace', label: t('workspace.name') },
            { name: 'schedule', label: t('schedule.name') },
            { name: 'storageLocation', label: t('storage.name') },
          ]}
          getKey={({ cluster, uid }) => `${cluster}/${uid}`}
          getHref={backup => links.backup(backup)}
          empty={{ title: t('backups.empty'), hint: t('backups.hint') }}
        />
      </Section>
    </PageBody>
  );
}
