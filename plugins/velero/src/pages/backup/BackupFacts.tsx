import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BackupDetail } from '@appgear/backstage-plugin-velero-common';
import {
  FactList,
  NameList,
  PageLink,
  Section,
  StorageLink,
} from '../../components/layout';
import { RestoreLink } from '../../components/restore';
import { PhaseStatus } from '../../components/status';
import { useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { IssueCounts } from '../backups/IssueCounts';

/** What Velero says of a backup. */
export function BackupFacts(props: { backup: BackupDetail }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const { backup } = props;
  const { cluster, storageLocation } = backup;
  const scheduleOf = ({ schedule, onlyInBucket }: BackupDetail) => {
    if (!schedule) return t('backup.onDemand');
    // It went with its cluster.
    if (onlyInBucket) return schedule;
    return (
      <PageLink href={links.schedule({ cluster, name: schedule })}>
        {schedule}
      </PageLink>
    );
  };
  const moment = (at: string | undefined) =>
    at ? <Timestamp at={at} show="both" /> : t('notYet');

  return (
    <Section
      title={t('backup.facts')}
      description={t('phase.note')}
      action={
        !backup.onlyInBucket && (
          <RestoreLink
            workspaces={backup.workspaces}
            point={{ cluster, backup: backup.name }}
          />
        )
      }
    >
      <FactList
        facts={[
          {
            label: t('backup.phase'),
            value: <PhaseStatus phase={backup.phase} />,
          },
          {
            label: t('issues.title'),
            value: (
              <IssueCounts errors={backup.errors} warnings={backup.warnings} />
            ),
          },
          {
            label: t('backup.items'),
            value:
              backup.itemsBackedUp === undefined
                ? t('notKnown')
                : t('backup.itemsOf', {
                    done: backup.itemsBackedUp,
                    total: backup.totalItems ?? backup.itemsBackedUp,
                  }),
          },
          {
            label: t(backup.onlyInBucket ? 'bucket.kind' : 'cluster.name'),
            value: cluster,
          },
          {
            label: t('schedule.name'),
            value: scheduleOf(backup),
          },
          {
            label: t('storage.name'),
            value: <StorageLink cluster={cluster} name={storageLocation} />,
          },
          {
            label: t('backup.workspaces'),
            value: (
              <NameList names={backup.workspaces} getHref={links.workspace} />
            ),
          },
          { label: t('backup.createdAt'), value: moment(backup.createdAt) },
          { label: t('backup.startedAt'), value: moment(backup.startedAt) },
          { label: t('backup.completedAt'), value: moment(backup.completedAt) },
          { label: t('backup.expiresAt'), value: moment(backup.expiresAt) },
        ]}
      />
    </Section>
  );
}
