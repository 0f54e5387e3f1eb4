import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { StorageLocationSummary } from '@appgear/backstage-plugin-velero-common';
import { FactList, PageLink, Section } from '../../components/layout';
import { StorageStatus } from '../../components/status';
import { useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';

/** What is known of a storage location. */
export function LocationFacts(props: { location: StorageLocationSummary }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const { location } = props;
  const { cluster, name, bucket, prefix, accessMode, isDefault } = location;
  const moment = (at: string | undefined) =>
    at ? <Timestamp at={at} show="both" /> : t('location.never');
  return (
    <Section title={t('location.facts')}>
      <FactList
        facts={[
          {
            label: t('storage.phase'),
            value: <StorageStatus location={location} />,
          },
          {
            label: t('storage.lastValidated'),
            value: moment(location.lastValidatedAt),
          },
          {
            label: t('location.lastSynced'),
            value: moment(location.lastSyncedAt),
          },
          { label: t('cluster.name'), value: cluster },
          {
            label: t('storage.accessMode'),
            value: t(`storage.accessMode.${accessMode}`),
          },
          {
            label: t('storage.bucket'),
            value: [bucket, prefix].filter(Boolean).join('/') || t('notKnown'),
          },
          { label: t('storage.provider'), value: location.provider },
          {
            label: t('storage.default'),
            value: t(isDefault ? 'scope.yes' : 'scope.no'),
          },
          {
            label: t('storage.backupCount'),
            value: (
              <PageLink
                href={links.backups({ storageLocation: name, cluster })}
              >
                {t('number', { value: location.backupCount })}
              </PageLink>
            ),
          },
        ]}
      />
    </Section>
  );
}
