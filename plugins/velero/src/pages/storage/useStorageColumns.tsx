import { useMemo } from 'react';
import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { StorageLocationSummary } from '@appgear/backstage-plugin-velero-common';
import { PageLink } from '../../components/layout';
import { StorageStatus } from '../../components/status';
import { DataColumn } from '../../components/table';
import { useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';

/** The columns of a list of storage locations. */
export function useStorageColumns(): DataColumn<StorageLocationSummary>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();

  return useMemo(
    () => [
      {
        id: 'name',
        label: t('storage.name'),
        isSortable: true,
        isRowHeader: true,
        render: ({ name, cluster, isDefault }) => (
          <>
            <PageLink href={links.storageLocation({ cluster, name })}>
              {name}
            </PageLink>
            {isDefault && (
              <Text as="div" variant="body-small" color="secondary">
                {t('storage.default')}
              </Text>
            )}
          </>
        ),
      },
      {
        id: 'cluster',
        label: t('cluster.name'),
        width: 'short',
        isSortable: true,
        render: ({ cluster }) => cluster,
      },
      {
        id: 'phase',
        label: t('storage.phase'),
        isSortable: true,
        width: 'long',
        render: location => (
          <Flex direction="column" gap="1">
            <StorageStatus location={location} />
            <Text as="div" variant="body-small" color="secondary">
              <LastChecked at={location.lastValidatedAt} />
            </Text>
            {location.message && (
              <Text as="div" variant="body-small" color="secondary">
                {location.message}
              </Text>
            )}
          </Flex>
        ),
      },
      {
        id: 'bucket',
        label: t('storage.bucket'),
        render: ({ provider, bucket, prefix }) => (
          <>
            {[bucket, prefix].filter(Boolean).join('/')}
            <Text as="div" variant="body-small" color="secondary">
              {provider}
            </Text>
          </>
        ),
      },
      {
        id: 'accessMode',
        label: t('storage.accessMode'),
        width: 'short',
        render: ({ accessMode }) => t(`storage.accessMode.${accessMode}`),
      },
      {
        id: 'sharedBy',
        label: t('storage.sharedBy'),
        width: 'short',
        render: ({ sharedBy, cluster }) => {
          const others = sharedBy.filter(other => other !== cluster);
          return others.length > 0
            ? others.map(other => <div key={other}>{other}</div>)
            : t('storage.notShared');
        },
      },
      {
        id: 'backupCount',
        label: t('storage.backupCount'),
        width: 'short',
        render: ({ backupCount }) => t('number', { value: backupCount }),
      },
    ],
    [t, links],
  );
}

function LastChecked({ at }: { at: string | undefined }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return at ? (
    <>
      {t('storage.lastValidated')} <Timestamp at={at} />
    </>
  ) : (
    <>{t('storage.neverValidated')}</>
  );
}
