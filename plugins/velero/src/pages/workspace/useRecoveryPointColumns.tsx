import { useMemo } from 'react';
import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkspaceRecoveryPoint } from '@appgear/backstage-plugin-velero-common';
import { PageLink } from '../../components/layout';
import { evidenceText, heldOtherwise } from '../../components/protection';
import { GradeStatus, PhaseStatus, Status } from '../../components/status';
import { DataColumn } from '../../components/table';
import { useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { Say, veleroTranslationRef } from '../../translation';

/** The columns of a list of recovery points. */
export function useRecoveryPointColumns(): DataColumn<WorkspaceRecoveryPoint>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  return useMemo(
    () => [
      {
        id: 'backup',
        label: t('backup.name'),
        isRowHeader: true,
        render: ({ cluster, backup }) => (
          <PageLink href={links.backup({ cluster, name: backup })}>
            {backup}
          </PageLink>
        ),
      },
      {
        id: 'takenAt',
        label: t('points.takenAt'),
        width: 'short',
        render: ({ takenAt }) => <Timestamp at={takenAt} />,
      },
      {
        id: 'grade',
        label: t('points.grade'),
        render: point => {
          const note = noteOn(point, t);
          return (
            <Flex direction="column" gap="1">
              <GradeStatus grade={point.grade} />
              {note && (
                <Text as="div" variant="body-small" color="secondary">
                  {note}
                </Text>
              )}
            </Flex>
          );
        },
      },
      {
        id: 'phase',
        label: t('backup.phase'),
        width: 'short',
        render: ({ phase }) => <PhaseStatus phase={phase} />,
      },
      {
        id: 'origin',
        label: t('points.origin'),
        width: 'short',
        render: ({ origin: { cluster, basis } }) => {
          if (!cluster || basis === 'unknown') {
            return t('notKnown');
          }
          return basis === 'made' ? cluster : t('points.inferred', { cluster });
        },
      },
      {
        id: 'storage',
        label: t('points.storage'),
        render: ({ available }) =>
          available ? (
            <Status tone="success">{t('points.available')}</Status>
          ) : (
            <Status tone="warning">{t('points.notAvailable')}</Status>
          ),
      },
      {
        id: 'expiresAt',
        label: t('backup.expiresAt'),
        width: 'short',
        render: ({ expiresAt }) => expiresAt && <Timestamp at={expiresAt} />,
      },
    ],
    [t, links],
  );
}

/** What the grade alone would not tell. */
function noteOn(point: WorkspaceRecoveryPoint, t: Say): string | undefined {
  if (point.evidence.state !== 'read') {
    return evidenceText(point.evidence, t);
  }
  const count = heldOtherwise(point);
  return count > 0 ? t('points.otherwise', { count }) : undefined;
}
