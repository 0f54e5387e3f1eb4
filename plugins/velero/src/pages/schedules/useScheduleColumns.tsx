import { useMemo } from 'react';
import { Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScheduleSummary } from '@appgear/backstage-plugin-velero-common';
import { NameList, PageLink } from '../../components/layout';
import { PhaseStatus } from '../../components/status';
import { DataColumn } from '../../components/table';
import { useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { ConditionWithReason } from './ConditionWithReason';
import { NextRun } from './NextRun';

/** The columns of a list of schedules. */
export function useScheduleColumns(): DataColumn<ScheduleSummary>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();

  return useMemo(
    () => [
      {
        id: 'name',
        label: t('schedule.name'),
        isSortable: true,
        isRowHeader: true,
        render: ({ name, cluster }) => (
          <PageLink href={links.schedule({ cluster, name })}>{name}</PageLink>
        ),
      },
      {
        id: 'cluster',
        label: t('cluster.name'),
        width: 'short',
        render: ({ cluster }) => cluster,
      },
      {
        id: 'condition',
        label: t('schedule.condition'),
        isSortable: true,
        width: 'long',
        render: schedule => <ConditionWithReason schedule={schedule} />,
      },
      {
        id: 'nextRunAt',
        label: t('schedule.nextRun'),
        isSortable: true,
        width: 'short',
        render: ({ nextRunAt, cron }) => <NextRun at={nextRunAt} cron={cron} />,
      },
      {
        id: 'lastAttemptAt',
        label: t('schedule.lastAttempt'),
        width: 'short',
        isSortable: true,
        render: ({ lastAttemptAt, lastBackup, cluster }) => (
          <Flex direction="column" gap="1">
            {lastAttemptAt ? (
              <Timestamp at={lastAttemptAt} />
            ) : (
              t('schedule.neverRan')
            )}
            {lastBackup && (
              <PageLink href={links.backup({ cluster, name: lastBackup.name })}>
                <PhaseStatus phase={lastBackup.phase} />
              </PageLink>
            )}
          </Flex>
        ),
      },
      {
        id: 'lastCompletedAt',
        label: t('schedule.lastCompleted'),
        width: 'short',
        render: ({ lastCompletedAt }) =>
          lastCompletedAt ? (
            <Timestamp at={lastCompletedAt} />
          ) : (
            t('schedule.neverCompleted')
          ),
      },
      {
        id: 'lastProven',
        label: t('schedule.lastProven'),
        width: 'short',
        render: ({ lastProven, cluster }) =>
          lastProven ? (
            <PageLink href={links.backup({ cluster, name: lastProven.name })}>
              <Timestamp at={lastProven.takenAt} />
            </PageLink>
          ) : (
            t('schedule.neverCompleted')
          ),
      },
      {
        id: 'workspaces',
        label: t('schedule.workspaces'),
        render: ({ workspaces }) => (
          <NameList names={workspaces} getHref={links.workspace} />
        ),
      },
    ],
    [t, links],
  );
}
