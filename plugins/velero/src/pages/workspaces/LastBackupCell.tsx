import { Flex, Text, VisuallyHidden } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { LastBackup } from '@appgear/backstage-plugin-velero-common';
import { PageLink } from '../../components/layout';
import { PhaseStatus, Status } from '../../components/status';
import { useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';

/** What Velero says of a backup, when, and the way to it. */
export function LastBackupCell(props: { backup: LastBackup | undefined }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const { backup } = props;
  if (!backup) {
    return <Status tone="warning">{t('backup.never')}</Status>;
  }
  const at = backup.completedAt ?? backup.startedAt;
  return (
    <Flex direction="column" gap="1">
      <PhaseStatus phase={backup.phase} />
      <Text as="div" variant="body-small" color="secondary">
        <PageLink href={links.backup(backup)}>
          {at ? (
            <>
              <VisuallyHidden>{backup.name}</VisuallyHidden>
              <Timestamp at={at} />
            </>
          ) : (
            backup.name
          )}
        </PageLink>
      </Text>
    </Flex>
  );
}
