import { Alert, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { StorageLocationSummary } from '@appgear/backstage-plugin-velero-common';
import { storageHealth } from '../../components/status';
import { veleroTranslationRef } from '../../translation';

/** What is wrong with a location, and what to do about it. */
export function LocationFindings(props: {
  location: StorageLocationSummary;
  users: StorageLocationSummary[];
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { location, users } = props;
  const { cluster, message } = location;
  const health = storageHealth(location);
  const writers = writersOf(users);
  return (
    <>
      {health === 'unavailable' && (
        <Alert
          status="danger"
          icon
          title={t('location.unavailable')}
          description={
            <>
              {message && (
                <Text as="p" translate="no">
                  {message}
                </Text>
              )}
              <Text as="p">{t('location.unavailableNext', { cluster })}</Text>
            </>
          }
        />
      )}
      {health === 'notValidated' && (
        <Alert
          status="info"
          icon
          title={t('location.notValidated', { cluster })}
        />
      )}
      {writers.length > 1 && (
        <Alert
          status="warning"
          icon
          title={t('location.writers', { clusters: writers.join(', ') })}
          description={t('location.writersNext')}
        />
      )}
    </>
  );
}

/**
 * Clusters that write to one place. Velero's own word is one writer per
 * location (https://velero.io/docs/main/faq/).
 */
function writersOf(users: StorageLocationSummary[]): string[] {
  const writing = users.filter(({ accessMode }) => accessMode === 'ReadWrite');
  return [...new Set(writing.map(({ cluster }) => cluster))].sort();
}
