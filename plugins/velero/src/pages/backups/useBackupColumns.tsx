import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BackupSummary } from '@appgear/backstage-plugin-velero-common';
import { NameList, PageLink } from '../../components/layout';
import { PhaseStatus } from '../../components/status';
import { DataColumn } from '../../components/table';
import { useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { IssueCounts } from './IssueCounts';

/** The columns of a list of backups. */
export function useBackupColumns(): DataColumn<BackupSummary>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();

  return useMemo(
    () => [
      {
        id: 'name',
        label: t('backup.name'),
        width: 'short',
        isSortable: true,
        isRowHeader: true,
        render: backup => (
          <PageLink href={links.backup(backup)}>{backup.name}</PageLink>
        ),
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
        isSortable: true,
        render: ({ phase }) => <PhaseStatus phase={phase} />,
      },
      {
        id: 'createdAt',
        label: t('backup.createdAt'),
        width: 'short',
        isSortable: true,
        render: ({ createdAt }) => <Timestamp at={createdAt} />,
      },
      {
        id: 'expiresAt',
        label: t('backup.expiresAt'),
        width: 'short',
        isSortable: true,
        render: ({ expiresAt }) => expiresAt && <Timestamp at={expiresAt} />,
      },
      {
        id: 'items',
        label: t('backup.items'),
        width: 'short',
        render: ({ itemsBackedUp }) =>
          itemsBackedUp !== undefined && t('number', { value: itemsBackedUp }),
      },
      {
        id: 'issues',
        label: t('issues.title'),
        width: 'short',
        render: ({ errors, warnings }) => (
          <IssueCounts errors={errors} warnings={warnings} />
        ),
      },
      {
        id: 'workspaces',
        label: t('backup.workspaces'),
        render: ({ workspaces }) => (
          <NameList names={workspaces} getHref={links.workspace} />
        ),
      },
    ],
    [t, links],
  );
}
