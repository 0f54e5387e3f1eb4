import { useMemo } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkspaceSummary } from '@appgear/backstage-plugin-velero-common';
import { PageLink } from '../../components/layout';
import { AchievedRpo } from '../../components/protection';
import { IntentStatus, VerdictStatus } from '../../components/status';
import { DataColumn } from '../../components/table';
import { useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { LastBackupCell } from './LastBackupCell';

/** The columns of the list of workspaces. */
export function useWorkspaceColumns(): DataColumn<WorkspaceSummary>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();

  return useMemo(
    () => [
      {
        id: 'id',
        label: t('workspace.name'),
        isSortable: true,
        isRowHeader: true,
        render: ({ id, title }) => (
          <>
            <PageLink href={links.workspace(id)}>{title}</PageLink>
            {title !== id && (
              <Text as="div" variant="body-small" color="secondary">
                {id}
              </Text>
            )}
          </>
        ),
      },
      {
        id: 'verdict',
        label: t('protection.verdict'),
        isSortable: true,
        render: ({ protection, intent }) => (
          <>
            <VerdictStatus verdict={protection?.verdict} />
            <Text as="div" variant="body-small" color="secondary">
              <IntentStatus intent={intent} />
            </Text>
          </>
        ),
      },
      {
        id: 'rpo',
        label: t('rpo.title'),
        render: ({ protection }) =>
          protection && <AchievedRpo protection={protection} />,
      },
      {
        id: 'tenant',
        label: t('workspace.tenant'),
        width: 'short',
        isSortable: true,
        render: ({ tenant }) =>
          tenant && (
            <PageLink href={links.workspaces({ tenant })}>{tenant}</PageLink>
          ),
      },
      {
        id: 'clusters',
        label: t('workspace.clusters'),
        width: 'short',
        render: ({ clusters }) =>
          clusters.map(cluster => <div key={cluster}>{cluster}</div>),
      },
      {
        id: 'lastBackup',
        label: t('workspace.lastBackup'),
        width: 'short',
        isSortable: true,
        render: ({ lastBackup }) => <LastBackupCell backup={lastBackup} />,
      },
      {
        id: 'nextRun',
        label: t('workspace.nextRun'),
        width: 'short',
        isSortable: true,
        render: ({ nextRunAt }) =>
          nextRunAt ? <Timestamp at={nextRunAt} /> : t('schedule.noRun'),
      },
      {
        id: 'backupCount',
        label: t('workspace.backupCount'),
        width: 'short',
        isSortable: true,
        render: ({ backupCount }) => t('number', { value: backupCount }),
      },
    ],
    [t, links],
  );
}
