import { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ScheduleAssessment,
  ScheduleRun,
  ScheduleSummary,
} from '@appgear/backstage-plugin-velero-common';
import {
  FactList,
  NameList,
  PageLink,
  Section,
  StorageLink,
} from '../../components/layout';
import { PhaseStatus, ScheduleConditionStatus } from '../../components/status';
import { useLinks } from '../../routing/useLinks';
import { Timestamp, Ttl } from '../../time';
import { veleroTranslationRef } from '../../translation';

/** What a schedule is, what it tried, and what it proved. */
export function ScheduleFacts(props: {
  schedule: ScheduleSummary;
  assessment?: ScheduleAssessment;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const { cluster, name, cron, condition, storageLocation, ttl, workspaces } =
    props.schedule;
  const { lastAttempt, proven, nextRunAt } = runsOf(props);
  return (
    <Section
      title={t('schedule.facts')}
      description={t('schedule.factsNote')}
      action={
        <PageLink href={links.backups({ schedule: name, cluster })}>
          {t('schedule.itsBackups')}
        </PageLink>
      }
    >
      <FactList
        facts={[
          {
            label: t('schedule.condition'),
            value: <ScheduleConditionStatus condition={condition} />,
          },
          {
            label: t('schedule.nextRun'),
            value: nextRunAt ? (
              <Timestamp at={nextRunAt} show="both" />
            ) : (
              t('schedule.noRun')
            ),
          },
          {
            label: t('schedule.lastAttempt'),
            value: lastAttempt ? (
              <Run run={lastAttempt} cluster={cluster}>
                <PhaseStatus phase={lastAttempt.phase} />
              </Run>
            ) : (
              t('schedule.neverRan')
            ),
          },
          {
            label: t('schedule.lastProven'),
            value: proven ? (
              <Run run={proven} cluster={cluster} />
            ) : (
              t('schedule.neverProven')
            ),
          },
          {
            label: t('schedule.cron'),
            value: <code translate="no">{cron}</code>,
          },
          { label: t('cluster.name'), value: cluster },
          {
            label: t('storage.name'),
            value: <StorageLink cluster={cluster} name={storageLocation} />,
          },
          {
            label: t('schedule.ttl'),
            value: ttl ? <Ttl ttl={ttl} /> : t('scope.unset'),
          },
          {
            label: t('schedule.workspaces'),
            value: <NameList names={workspaces} getHref={links.workspace} />,
          },
        ]}
      />
    </Section>
  );
}

/** The assessment knows best; until it is there, the summary does. */
function runsOf(props: {
  schedule: ScheduleSummary;
  assessment?: ScheduleAssessment;
}): {
  lastAttempt?: ScheduleRun;
  proven?: Pick<ScheduleRun, 'backup' | 'takenAt'>;
  nextRunAt?: string;
} {
  const { lastBackup, lastAttemptAt, lastProven, nextRunAt } = props.schedule;
  const attempt = lastBackup &&
    lastAttemptAt && {
      backup: lastBackup.name,
      phase: lastBackup.phase,
      takenAt: lastAttemptAt,
    };
  return {
    lastAttempt: props.assessment?.lastAttempt ?? (attempt || undefined),
    proven:
      props.assessment?.lastProven ??
      (lastProven && { backup: lastProven.name, takenAt: lastProven.takenAt }),
    nextRunAt,
  };
}

function Run(props: {
  run: Pick<ScheduleRun, 'backup' | 'takenAt'>;
  cluster: string;
  children?: ReactNode;
}) {
  const links = useLinks();
  const { run, cluster, children } = props;
  return (
    <>
      <PageLink href={links.backup({ cluster, name: run.backup })}>
        {run.backup}
      </PageLink>{' '}
      <Timestamp at={run.takenAt} /> {children}
    </>
  );
}
