import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  RestoreSummary,
  WorkspaceDetail,
} from '@appgear/backstage-plugin-velero-common';
import { PageLink, Section } from '../../components/layout';
import { NothingHere } from '../../components/state';
import { PhaseStatus } from '../../components/status';
import { DataColumn, DataTable } from '../../components/table';
import { useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { IssueCounts } from '../backups/IssueCounts';

/** The restores that may have touched a workspace. */
export function WorkspaceRestores(props: { workspace: WorkspaceDetail }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const columns = useMemo<DataColumn<RestoreSummary>[]>(
    () => [
      {
        id: 'name',
        label: t('restore.name'),
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
        id: 'phase',
        label: t('backup.phase'),
        width: 'short',
        render: ({ phase }) => <PhaseStatus phase={phase} />,
      },
      {
        id: 'backup',
        label: t('restore.backup'),
        render: ({ backup, cluster }) =>
          backup && (
            <PageLink href={links.backup({ cluster, name: backup })}>
              {backup}
            </PageLink>
          ),
      },
      {
        id: 'createdAt',
        label: t('restore.createdAt'),
        width: 'short',
        render: ({ createdAt }) => <Timestamp at={createdAt} />,
      },
      {
        id: 'items',
        label: t('restore.items'),
        width: 'short',
        render: ({ itemsRestored }) =>
          itemsRestored !== undefined && t('number', { value: itemsRestored }),
      },
      {
        id: 'issues',
        label: t('issues.title'),
        width: 'short',
        render: ({ errors, warnings }) => (
          <IssueCounts errors={errors} warnings={warnings} />
        ),
      },
    ],
    [t, links],
  );

  return (
    <Section
      title={t('restore.title')}
      isWithheld={props.workspace.withheld?.includes('restores')}
    >
      <DataTable
        label={t('restore.title')}
        columns={columns}
        items={props.workspace.restores}
        getKey={({ cluster, uid }) => `${cluster}/${uid}`}
        empty={<NothingHere>{t('restore.empty')}</NothingHere>}
      />
    </Section>
  );
}
