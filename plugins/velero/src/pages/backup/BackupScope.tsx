import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BackupDetail } from '@appgear/backstage-plugin-velero-common';
import { FactList, Section } from '../../components/layout';
import { Ttl } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { Terms } from './Terms';

/** What a backup was asked to take, which is not what it holds. */
export function BackupScope(props: { backup: BackupDetail }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { backup } = props;
  const choice = (value: boolean | undefined) =>
    value === undefined
      ? t('scope.unset')
      : t(value ? 'scope.yes' : 'scope.no');

  return (
    <Section title={t('scope.title')} description={t('scope.note')}>
      <FactList
        facts={[
          {
            label: t('scope.includedNamespaces'),
            value: (
              <Terms terms={backup.includedNamespaces} none={t('scope.all')} />
            ),
          },
          {
            label: t('scope.excludedNamespaces'),
            value: (
              <Terms terms={backup.excludedNamespaces} none={t('scope.none')} />
            ),
          },
          {
            label: t('scope.includedResources'),
            value: (
              <Terms terms={backup.includedResources} none={t('scope.all')} />
            ),
          },
          {
            label: t('scope.excludedResources'),
            value: (
              <Terms terms={backup.excludedResources} none={t('scope.none')} />
            ),
          },
          {
            label: t('scope.labelSelectors'),
            value: (
              <Terms terms={backup.labelSelectors} none={t('scope.none')} />
            ),
          },
          {
            label: t('scope.snapshotMoveData'),
            value: choice(backup.snapshotMoveData),
          },
          {
            label: t('scope.fsBackup'),
            value: choice(backup.defaultVolumesToFsBackup),
          },
          {
            label: t('scope.ttl'),
            value: backup.ttl ? <Ttl ttl={backup.ttl} /> : t('scope.unset'),
          },
        ]}
      />
    </Section>
  );
}
